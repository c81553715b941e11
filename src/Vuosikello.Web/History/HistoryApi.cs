using Vuosikello.Domain;
using Vuosikello.Web.Api;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.History;

/// <summary>The history as JSON: the same entries and sentences that the page has.</summary>
public static class HistoryApi
{
    public static void MapHistoryApi(this IEndpointRouteBuilder api)
    {
        var history = api.MapGroup("/partnerships/{partnership}").WithTags("Views");
        history.MapGet("/history", Show)
            .Produces<HistoryResource>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).WithMetadata(new HistoryFilterParameters())
            .WithName("GetHistory").WithSummary("What happened in a partnership or to one thing in it, newest first, in sentences of the request's language; who did it is told to members.");
    }

    private static async Task<IResult> Show(
        string partnership, HttpContext http, HistoryLists lists, IMemberNames names, Circle circle, ApiProblems problems, CancellationToken ct)
    {
        var id = new PartnershipId(partnership);
        if (http.Request.Query.ContainsKey("member") && !await circle.IsMember(http.User, id, ct)) return problems.MembersOnly();
        if (await lists.Find(id, null, http.Request.Query, ct) is not { } list) return problems.NotFound();
        if (list.Query.Problems.Count > 0) return problems.Refused(list.Query.Problems);
        return TypedResults.Ok(new HistoryResource(id, list.Told.Select(told => Entry(told, list.ToMember, names)), list.Older?.Value));
    }

    private static HistoryEntryResource Entry(Told told, bool toMember, IMemberNames names)
    {
        var (entry, stamp) = (told.Happened.Entry, told.Happened.Stamp);
        return new(
            entry.Position.Value, HistoryKinds.NameOf(entry.Kind), HistoryKinds.NameOf(entry.Event), entry.Stream.Value, entry.Version, told.Sentence.Text,
            told.Subject, told.Sentence.Details.Select(Detail),
            new(toMember ? stamp.By.Value : null, toMember ? names.NameOf(stamp.By, LanguageSetup.Current) : null, stamp.For?.Value, stamp.At.ToString()));
    }

    private static HistoryDetailResource Detail(Detail detail) => detail switch
    {
        Detail.Pair pair => new(pair.Label, pair.Before, pair.After),
        Detail.Change change => new(change.Label, change.Before, change.After),
        Detail.Quote quote => new(quote.Label, null, quote.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(detail)),
    };
}

/// <summary>Marks the endpoint that takes the history's filters.</summary>
public sealed record HistoryFilterParameters;

/// <summary>A page of a history.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Older">The <c>before</c> of the next page; left out on the last one.</param>
public sealed record HistoryResource(PartnershipId Partnership, IEnumerable<HistoryEntryResource> Entries, long? Older);

/// <summary>One event.</summary>
/// <param name="Position">Its place in the log; entries are in its order.</param>
/// <param name="About">The kind of thing it happened to, such as <c>agreement</c>.</param>
/// <param name="Kind">The kind of event, such as <c>agreement-signed</c>.</param>
/// <param name="Stream">The thing it happened to.</param>
/// <param name="Version">The event's number there, from 0.</param>
/// <param name="Sentence">In the language of the request.</param>
/// <param name="Subject">What the thing is called, and the address of its page while it has one.</param>
/// <param name="Details">What was before and after.</param>
public sealed record HistoryEntryResource(
    long Position, string About, string Kind, string Stream, long Version, string Sentence, Subject Subject,
    IEnumerable<HistoryDetailResource> Details, StampResource Stamp);

/// <summary>A value before and after, in words or as a text in several languages.</summary>
/// <param name="Before">Left out where there was none.</param>
public sealed record HistoryDetailResource(string Label, object? Before, object? After);
