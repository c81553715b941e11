using NodaTime;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Past;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Reviews;

/// <summary>What a remark is tied to, in the reader's language.</summary>
/// <param name="Address">Where it is shown; null where there is no page for it.</param>
public sealed record SubjectInWords(string Text, string? Address);

/// <summary>Says what remarks are tied to. Events are read from the history, versions and clauses from the documents.</summary>
public sealed class SubjectWords(IHistory history, Storyteller storyteller, ReviewDocuments documents, Texts texts, IClock clock)
{
    /// <summary>By subject; remarks on the span as a whole have none.</summary>
    public async ValueTask<IReadOnlyDictionary<RemarkSubject, SubjectInWords>> Of(
        IEnumerable<RemarkSubject> subjects, PartnershipView partnership, Listener to, CancellationToken ct)
    {
        RemarkSubject[] wanted = [.. subjects.Distinct()];
        var words = new Dictionary<RemarkSubject, SubjectInWords>();
        foreach (var told in await Events(wanted, partnership, to, ct))
            words[RemarkSubjects.Of(told.Happened.Entry.Stream, told.Happened.Entry.Version)!] = Of(told);
        var all = wanted.Any(s => s.Event is null) ? documents.Of(partnership.Id, to.Sight) : [];
        foreach (var subject in wanted.Where(s => s.Event is null))
        {
            var document = all.FirstOrDefault(d => d.Choices.Any(c => c.Subject == subject));
            if (document is not null) words[subject] = new($"{document.Name}, {document.Choices.First(c => c.Subject == subject).Name}", document.Address);
        }
        foreach (var subject in wanted) words.TryAdd(subject, new(texts.History[$"Kind.{subject.Kind}"], null));
        return words;
    }

    private async ValueTask<IEnumerable<Told>> Events(RemarkSubject[] wanted, PartnershipView partnership, Listener to, CancellationToken ct)
    {
        var entries = wanted.Where(s => s.Event is not null).Select(s => history.Find(partnership.Id, RemarkSubjects.StreamOf(s), s.Event!.Value, to)).OfType<HistoryEntry>();
        return (await history.Read(entries, ct)).Select(happened => storyteller.Tell(happened, partnership, to));
    }

    private SubjectInWords Of(Told told)
    {
        var (entry, at) = (told.Happened.Entry, told.Happened.Stamp.At);
        // The minute in which it happened is not over yet: what it became is what is there now.
        bool hasPast = entry.Kind is SubjectKind.Activity or SubjectKind.AnnualCycle && PastMoment.After(at).Instant <= clock.GetCurrentInstant();
        string? address = told.Subject.Address is { } page && hasPast ? PastAddresses.At(page, PastMoment.After(at).Text) : told.Subject.Address;
        return new($"{TimeInWords.At(at, LanguageSetup.Current)}: {told.Sentence.Text}", address);
    }
}
