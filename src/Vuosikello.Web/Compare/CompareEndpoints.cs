using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Vuosikello.Web.Access;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Live;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Compare;

/// <summary>
/// Two versions or moments side by side: <c>?from=2026&amp;to=2026.2</c>, <c>?from=2026-09-01T12:00&amp;to=now</c>. Without them the last
/// two versions; of what has none, a form to choose.
/// </summary>
public static class CompareEndpoints
{
    public static void AddComparisons(this IServiceCollection services)
    {
        services.TryAddScoped<AgreementWords>();
        services.TryAddScoped<SideWords>();
        services.TryAddScoped<AgreementParts>();
        services.TryAddScoped<ComparedDocuments>();
        services.TryAddScoped<ComparedYears>();
    }

    public static void MapComparisons(this IEndpointRouteBuilder app)
    {
        var comparisons = app.MapGroup("/{partnership}").Shows(View.Comparison);
        comparisons.MapGet("/rules/compare", async (string partnership, string? from, string? to, ComparedDocuments documents, Circle circle, HttpContext http, IClock clock) =>
            await Show(documents.Rules(new(partnership), await IsMember(circle, http, partnership)), from, to, clock, http.RequestAborted));
        comparisons.MapGet("/agreements/{agreement}/compare",
            async (string partnership, string agreement, string? from, string? to, ComparedDocuments documents, Circle circle, HttpContext http, IClock clock) =>
                await Show(documents.Agreement(new(new(partnership), agreement), circle.Find(http.User, new(partnership)).Sight), from, to, clock, http.RequestAborted));
        comparisons.MapGet("/{year:int}/compare", async (string partnership, int year, string? from, string? to, ComparedYears years, Circle circle, HttpContext http, IClock clock) =>
            await Show(years.Board(new(new(partnership), year), await IsMember(circle, http, partnership)), from, to, clock, http.RequestAborted)).SaysWhenPastIsBusy();
        comparisons.MapGet("/{year:int}/activities/{activity:guid}/compare",
            async (string partnership, int year, Guid activity, string? from, string? to, ComparedYears years, IClock clock, CancellationToken ct) =>
                await Show(await years.Activity(new(new(partnership), year), new(activity), ct), from, to, clock, ct));
    }

    private static ValueTask<bool> IsMember(Circle circle, HttpContext http, string partnership) => circle.IsMember(http.User, new(partnership), http.RequestAborted);

    private static async Task<IResult> Show(Comparable? thing, string? from, string? to, IClock clock, CancellationToken ct)
    {
        if (thing is null) return TypedResults.NotFound();
        var comparison = await Comparison.Of(thing, from, to, clock.GetCurrentInstant(), ct);
        return new RazorComponentResult<ComparePage>(new { Comparison = comparison })
        {
            StatusCode = comparison.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
