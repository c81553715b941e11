using Vuosikello.Domain;
using Vuosikello.Web.Api;
using Vuosikello.Web.History.Sentences;

namespace Vuosikello.Web.History;

/// <summary>A page of a history.</summary>
/// <param name="Subject">What it is the history of; left out for the whole partnership.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="Older">The <c>before</c> of the next page; left out on the last one.</param>
public sealed record HistoryResource(PartnershipId Partnership, Subject? Subject, IEnumerable<HistoryEntryResource> Entries, long? Older);

/// <summary>One event.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="About">The kind of thing it happened to, such as <c>agreement</c>.</param>
/// <param name="Kind">The kind of event, such as <c>agreement-signed</c>.</param>
/// <param name="Stream">The thing it happened to.</param>
/// <param name="Version">The event's number there, from 0.</param>
/// <param name="Sentence">In the language of the request.</param>
/// <param name="Subject">What the thing is called, and the address of its page while it has one.</param>
/// <param name="Details">What was before and after.</param>
/// <param name="Whole">Where the entry is by itself, with its texts whole and compared.</param>
public sealed record HistoryEntryResource(
    long Position, string About, string Kind, string Stream, long Version, string Sentence, Subject Subject,
    IEnumerable<HistoryDetailResource> Details, StampResource Stamp, string Whole);

/// <summary>A value before and after, in words or as a text in several languages.</summary>
/// <param name="Before">Left out where there was none.</param>
/// <param name="Cut">Whether only the beginnings of the texts are here.</param>
/// <param name="Redlines">The difference word by word; of the entry by itself, and of texts.</param>
public sealed record HistoryDetailResource(string Label, object? Before, object? After, bool Cut = false, IEnumerable<RedlineResource>? Redlines = null);

/// <summary>From told events to what the API shows.</summary>
public sealed class HistoryResourceMaker(ResourceMaker stamps)
{
    /// <summary>In a list: with beginnings where the list has too much text.</summary>
    public HistoryEntryResource InList(PartnershipId partnership, Told told, bool toMember, TextBudget budget)
    {
        bool cut = !budget.Takes(told.Sentence);
        return Of(partnership, told, toMember, detail => cut && TextBudget.IsLong(detail) ? Cut(detail) : Detail(detail));
    }

    /// <summary>By itself: with its texts whole and compared.</summary>
    public HistoryEntryResource Whole(PartnershipId partnership, Told told, bool toMember) => Of(partnership, told, toMember,
        detail => detail is Detail.Change change ? Detail(detail) with { Redlines = RedlineResource.Of(change.Before, change.After) } : Detail(detail));

    private HistoryEntryResource Of(PartnershipId partnership, Told told, bool toMember, Func<Detail, HistoryDetailResource> detail)
    {
        var (entry, sentence) = (told.Happened.Entry, told.Sentence);
        return new(
            entry.Position.Value, HistoryKinds.NameOf(entry.Kind), HistoryKinds.NameOf(entry.Event), entry.Stream.Value, entry.Version, sentence.Text,
            told.Subject, sentence.Details.Select(detail), stamps.Of(told.Happened.Stamp, toMember),
            $"/api/partnerships/{partnership}/history/{entry.Position}");
    }

    private static HistoryDetailResource Cut(Detail detail) => detail switch
    {
        Detail.Change change => new(change.Label, TextBudget.Beginning(change.Before), TextBudget.Beginning(change.After), Cut: true),
        Detail.Quote quote => new(quote.Label, null, TextBudget.Beginning(quote.Text), Cut: true),
        _ => Detail(detail),
    };

    private static HistoryDetailResource Detail(Detail detail) => detail switch
    {
        Detail.Pair pair => new(pair.Label, pair.Before, pair.After),
        Detail.Change change => new(change.Label, change.Before, change.After),
        Detail.Quote quote => new(quote.Label, null, quote.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(detail)),
    };
}
