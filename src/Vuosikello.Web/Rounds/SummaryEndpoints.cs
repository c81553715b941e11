using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Printing;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Rounds;

/// <summary>What came of a round, as a page and on paper, once it has closed.</summary>
public static class SummaryEndpoints
{
    public static void MapSummary(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/{round}/summary", (string partnership, string round, RoundContexts contexts, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult<IResult>(context.Round.Phase == RoundPhase.Closed
                ? new RazorComponentResult<SummaryPage>(new { Context = context })
                : TypedResults.NotFound()), ct));
        rounds.MapGet("/{round}/summary.pdf", (string partnership, string round, RoundContexts contexts, PrintedSummary printed, Texts texts, IClock clock, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult<IResult>(context.Round.Phase == RoundPhase.Closed
                ? printed.Of(context, clock.GetCurrentInstant()).AsPdf($"{texts.Round["FileName"].Value}-{context.Id.Slug}")
                : TypedResults.NotFound()), ct))
            .NotedAs("round-summary-pdf");
    }
}
