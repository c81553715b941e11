using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.History;

/// <summary>The history of a partnership, and of each thing in it.</summary>
public static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder app)
    {
        var histories = app.MapGroup("/{partnership}").Shows(View.History);
        histories.MapGet("/history", (string partnership, HttpContext http, HistoryLists lists) => Show(new(partnership), null, http, lists));
        histories.MapGet("/rules/history", (string partnership, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.OfRules(new(partnership)), http, lists));
        histories.MapGet("/agreements/{agreement}/history", (string partnership, string agreement, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.Of(new AgreementId(new(partnership), agreement)), http, lists));
        histories.MapGet("/rounds/{round}/history", (string partnership, string round, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.Of(new RoundId(new(partnership), round)), http, lists));
        histories.MapGet("/reviews/{review}/history", (string partnership, string review, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.Of(new ReviewId(new(partnership), review)), http, lists));
        histories.MapGet("/{year:int}/history", (string partnership, int year, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.Of(new CycleId(new(partnership), year)), http, lists));
        histories.MapGet("/activities/{activity:guid}/history", (string partnership, Guid activity, HttpContext http, HistoryLists lists) =>
            Show(new(partnership), Streams.Of(new ActivityId(activity)), http, lists));
    }

    private static async Task<IResult> Show(PartnershipId partnership, StreamName? subject, HttpContext http, HistoryLists lists) =>
        await lists.Find(partnership, subject, http.Request.Query, http.RequestAborted) is { } list
            ? new RazorComponentResult<HistoryPage>(new { List = list })
            : TypedResults.NotFound();
}
