using Microsoft.Net.Http.Headers;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Api;

/// <summary>What can be read of comment rounds: by those who are invited, and of a statement only what its circle may read.</summary>
public static class RoundViewEndpoints
{
    private const string All = "/partnerships/{partnership}/rounds";

    public static void MapRoundViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("").WithTags("Comment rounds").Shows(View.Round);
        Describe<RoundItem[]>(views.MapGet(All, List).Shows(View.Rounds), "ListRounds", "The comment rounds of a partnership that you are invited to.");
        Describe<RoundResource>(views.MapGet($"{All}/{{round}}", Whole), "GetRound", "A round: its plan, the frozen documents, who has stated; its ETag is the version that drafts are based on.").ShowsPast();
        Describe<StatementResource>(views.MapGet($"{All}/{{round}}/statements/{{partner}}", Statement), "GetStatement",
            "A partner's statement: the draft to those who write it, what was sent to all who see the round when it has closed.");
        Describe<RoundSummaryResource>(views.MapGet($"{All}/{{round}}/summary", Summary), "GetRoundSummary",
            "What came of a round that has closed: who stated, who did not, the stands per clause, every remark with its answers, and what was changed because of them.");
    }

    private static RouteHandlerBuilder Describe<T>(RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.Produces<T>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).WithName(name).WithSummary(summary);

    private static IResult List(string partnership, HttpContext http, IRoundViews rounds, Circle circle) =>
        TypedResults.Ok(rounds.Of(new(partnership)).Select(v => v.State).Where(circle.Find(http.User, new(partnership)).Sight.Sees).Select(r => new RoundItem(
            r.Id, r.Plan.Title, r.Phase, r.Plan.Opens, r.Plan.Closes, r.Plan.Invited.Count, r.StatedCount)));

    private static async Task<IResult> Whole(
        string partnership, string round, HttpContext http, IRoundViews rounds, IAsItWas past, AskedPast asked, Circle circle, ApiProblems problems)
    {
        if (Seen(partnership, round, http, rounds, circle) is not { } now) return problems.NotFound();
        var then = asked.Moment(http) is { } at ? await past.Of<CommentRound>(Streams.Of(now.Id), at, http.RequestAborted) : null;
        if ((asked.Moment(http) is null ? now : then?.State) is not { } found) return problems.NotFound();
        http.Response.Headers[HeaderNames.ETag] = ETags.Of(found.Version);
        return TypedResults.Ok(new RoundResource(
            found.Id, found.Plan, found.Phase, found.OpenedAt, found.Documents,
            found.Plan.Invited.Select(p => new InvitedResource(p, found.StatementOf(p)?.Sent?.Stamp.At, found.StatementOf(p)?.Sent?.Late == true, found.EndsFor(p))),
            found.Phase == RoundPhase.Cancelled ? found.CancellationReason : null, found.Version));
    }

    private static IResult Statement(
        string partnership, string round, string partner, HttpContext http, IRoundViews rounds, Circle circle, ResourceMaker maker, ApiProblems problems)
    {
        var id = new PartnerId(partner);
        if (Seen(partnership, round, http, rounds, circle) is not { } found || !found.IsInvited(id)) return problems.NotFound();

        var reader = circle.Find(http.User, new(partnership));
        bool writes = reader.Standing is { } standing && standing.For == id && Rights.Check(typeof(DraftStatement), standing) is null;
        var statement = found.StatementOf(id);
        http.Response.Headers[HeaderNames.ETag] = ETags.Of(found.Version);
        return TypedResults.Ok(new StatementResource(
            id,
            writes ? new DraftResource(statement?.Draft.Select(e => e.Stand).Where(s => !s.SaysNothing()) ?? [], statement?.General?.Text ?? LocalText.Empty) : null,
            (writes || found.Phase == RoundPhase.Closed) && statement?.Sent is { } sent
                ? new SentResource(sent.Stands, sent.General, sent.Late, sent.Times, maker.Of(sent.Stamp, toMember: true)) : null,
            found.Version));
    }

    private static IResult Summary(
        string partnership, string round, HttpContext http, IRoundViews rounds, IRemarkChanges changes, Circle circle, ResourceMaker maker, ApiProblems problems)
    {
        if (Seen(partnership, round, http, rounds, circle) is not { Phase: RoundPhase.Closed } found) return problems.NotFound();
        var summary = RoundSummary.Of(found);
        var followed = from remark in summary.Remarks()
                       where remark.Clause is not null
                       from change in changes.Of(new RemarkReference(found.Id, remark.Partner, remark.Clause!.Value))
                       select new RemarkChangeResource(
                           remark.Partner, remark.Clause!.Value, change.Document.Value, change.Version, change.Clause, maker.Of(change.Stamp, toMember: true));
        return TypedResults.Ok(new RoundSummaryResource(summary.Stated, summary.Late, summary.Silent, summary.General, summary.Documents, followed));
    }

    /// <summary>The round, for those who are invited to it.</summary>
    private static CommentRound? Seen(string partnership, string round, HttpContext http, IRoundViews rounds, Circle circle) =>
        rounds.Find(new(new(partnership), round)) is { } view && circle.Find(http.User, new(partnership)).Sight.Sees(view.State) ? view.State : null;
}
