using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.History;

/// <summary>The histories as JSON: the same entries and sentences that the pages have.</summary>
public static class HistoryApi
{
    private const string WhoAndHow = " Newest first, in sentences of the request's language; who did it is told to members. Where a page has too much text, long ones are cut and linked.";

    public static void MapHistoryApi(this IEndpointRouteBuilder api)
    {
        var histories = api.MapGroup("/partnerships/{partnership}").WithTags("History").Shows(View.History);
        histories.MapGet("/history/{position:long}", Entry).Produces<HistoryEntryResource>().ProducesProblem(404)
            .WithName("GetHistoryEntry").WithSummary("One event with its texts whole, and what changed in them word by word.");
        Map("/history", "GetHistory", "What happened in a partnership, or to one thing in it.", (_, _) => null);
        Map("/years/{year:int}/history", "GetYearHistory", "What happened to a year itself.",
            (id, http) => Streams.Of(new CycleId(id, int.Parse(Place(http, "year"), System.Globalization.CultureInfo.InvariantCulture))));
        Map("/rules/history", "GetRulesHistory", "What happened to the working rules.", (id, _) => Streams.OfRules(id));
        Map("/agreements/{agreement}/history", "GetAgreementHistory", "What happened to an agreement.", (id, http) => Streams.Of(new AgreementId(id, Place(http, "agreement"))));
        Map("/rounds/{round}/history", "GetRoundHistory", "What happened to a comment round; drafts of statements are told to nobody.",
            (id, http) => Streams.Of(new RoundId(id, Place(http, "round"))));
        Map("/reviews/{review}/history", "GetReviewHistory", "What happened to a steering review.", (id, http) => Streams.Of(new ReviewId(id, Place(http, "review"))));

        void Map(string pattern, string name, string what, Func<PartnershipId, HttpContext, StreamName?> subject) => histories
            .MapGet(pattern, (string partnership, HttpContext http, HistoryLists lists, HistoryResourceMaker maker, Circle circle, ApiProblems problems) =>
                Show(new(partnership), subject(new(partnership), http), http, lists, maker, circle, problems))
            .Produces<HistoryResource>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).WithMetadata(new HistoryFilterParameters())
            .WithName(name).WithSummary(what + WhoAndHow);
    }

    private static string Place(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static async Task<IResult> Show(
        PartnershipId partnership, StreamName? subject, HttpContext http, HistoryLists lists, HistoryResourceMaker maker, Circle circle, ApiProblems problems)
    {
        if (http.Request.Query.ContainsKey("member") && !await circle.IsMember(http.User, partnership, http.RequestAborted)) return problems.MembersOnly();
        if (await lists.Find(partnership, subject, http.Request.Query, http.RequestAborted) is not { } list) return problems.NotFound();
        if (list.Query.Problems.Count > 0) return problems.Refused(list.Query.Problems);
        var budget = new TextBudget(firstWhole: false);
        return TypedResults.Ok(new HistoryResource(
            partnership, list.Subject, [.. list.Told.Select(told => maker.InList(partnership, told, list.ToMember, budget))], list.Older?.Value));
    }

    private static async Task<IResult> Entry(string partnership, long position, HttpContext http, HistoryLists lists, HistoryResourceMaker maker, ApiProblems problems) =>
        await lists.FindOne(new(partnership), new(position), http.RequestAborted) is var (told, toMember) ? TypedResults.Ok(maker.Whole(new(partnership), told, toMember)) : problems.NotFound();
}

/// <summary>Marks an endpoint that takes the history's filters.</summary>
public sealed record HistoryFilterParameters;
