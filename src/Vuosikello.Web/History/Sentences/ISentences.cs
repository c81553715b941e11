using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Web.History.Sentences;

/// <summary>
/// Says the events of one kind of aggregate. Each event has a template in <c>HistoryTexts*.resx</c> under its record's name, in which {0} is who
/// did it; this says what {1} and the others are, and what is told of before and after. <see cref="ActivitySentences" /> is an example.
/// A test fails when an event of the catalogue has no sentence in one of the languages.
/// </summary>
public interface ISentences
{
    SubjectKind Kind { get; }

    /// <returns>Null for an event that is not known here.</returns>
    Sentence? Of(Telling telling);

    /// <summary>What the event's stream is, as it is called after the event.</summary>
    Subject SubjectOf(Telling telling);
}
