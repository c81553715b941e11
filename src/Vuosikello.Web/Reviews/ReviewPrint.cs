using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Printing;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Reviews;

/// <summary>A review as a document to print and to archive.</summary>
public sealed class ReviewPrint(Texts texts, IMemberNames names)
{
    private static string Language => LanguageSetup.Current;

    /// <param name="shown">The review as its page shows it.</param>
    /// <param name="now">When it is printed.</param>
    public PrintedDocument Of(ReviewShown shown, Instant now)
    {
        var review = shown.Review;
        return new(review.Title.In(Language), Language, shown.Partnership.State.Name.In(Language), now,
        [
            new Block.Definitions([.. Facts(shown)]),
            new Block.Paragraph(texts.Review["NoDecision"].Value),
            .. review.Conclusion is { } conclusion ? Part("Conclusion", new Block.Paragraph(conclusion.Text.In(Language))) : [],
            .. Part("Participants", review.Participants.Count > 0
                ? new Block.Items([.. review.Participants.Select(p => (PrintedText)Participant(shown, p.Participant))])
                : new Block.Paragraph(texts.Review["NoParticipants"].Value)),
            .. Part("Remarks", review.Remarks.Count > 0 ? Remarks(shown) : new Block.Paragraph(texts.Review["NoRemarks"].Value)),
            .. Part("SpanHistory", shown.Span.Count > 0 ? History(shown) : new Block.Paragraph(texts.Review["NothingHappened"].Value)),
            .. shown.Older is null ? Array.Empty<Block>() : [new Block.Paragraph(texts.Review["OlderOnPages"].Value)],
        ]);
    }

    private IEnumerable<(string, PrintedText)> Facts(ReviewShown shown)
    {
        var review = shown.Review;
        yield return (texts.Review["Span"], TimeInWords.Span(review.Span.First, review.Span.Last, Language, withYear: true));
        yield return (texts.Review["OpenedOn"], At(shown, shown.View.First.At, shown.View.First.By));
        if (review.Conclusion is { } conclusion) yield return (texts.Review["ClosedOn"], At(shown, conclusion.At, conclusion.By));
    }

    private Block[] Part(string title, Block content) => [new Block.Heading(texts.Review[title]), content];

    private Block.Table Remarks(ReviewShown shown) => new(
        [new(texts.Review["Number"], 0.5), new(texts.Review["About"], 2.5), new(texts.Review["Remark"], 4), new(texts.Review["When"], 1.5)],
        [
            .. shown.Review.Remarks.Select(r => (IReadOnlyList<PrintedText>)
            [
                r.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                r.About is { } about && shown.Subjects.TryGetValue(about, out var words) ? words.Text : texts.Review["OnTheSpan"].Value,
                r.Text.In(Language),
                At(shown, r.At, r.By),
            ]),
        ]);

    private Block.Table History(ReviewShown shown) => new(
        [new(texts.Review["When"], 1.3), new(texts.Review["What"], 5), new(texts.Review["Remarks"], 0.9)],
        [
            .. shown.Span.Select(told => (IReadOnlyList<PrintedText>)
            [
                TimeInWords.At(told.Happened.Stamp.At, Language),
                told.Sentence.Text,
                string.Join(", ", shown.On(told.Happened.Entry).Select(r => r.Number)),
            ]),
        ]);

    private string Participant(ReviewShown shown, ReviewParticipant participant)
    {
        string partner = participant.Partner is { } id ? $", {shown.Partnership.State.NameOf(id).In(Language)}" : "";
        string person = shown.Circle.IsMember && participant.Person is { } member && names.NameOf(member, Language) is { } name ? $" ({name})" : "";
        return $"{participant.Role.In(Language)}{partner}{person}";
    }

    private string At(ReviewShown shown, Instant moment, MemberId by)
    {
        string when = TimeInWords.At(moment, Language);
        return shown.Circle.IsMember && names.NameOf(by, Language) is { } name ? $"{when}, {name}" : when;
    }
}
