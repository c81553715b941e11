using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain;
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
        services.AddScoped<SideWords>();
        services.AddScoped<AgreementParts>();
        services.AddScoped<ComparedDocuments>();
        services.AddScoped<ComparedYears>();
    }

    public static void MapComparisons(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{partnership}/rules/compare", async (string partnership, string? from, string? to, ComparedDocuments documents, Circle circle, HttpContext http, IClock clock) =>
            await Show(documents.Rules(new(partnership), await IsMember(circle, http, partnership)), from, to, clock, http.RequestAborted));
        app.MapGet("/{partnership}/agreements/{agreement}/compare",
            async (string partnership, string agreement, string? from, string? to, ComparedDocuments documents, Circle circle, HttpContext http, IClock clock) =>
                await Show(documents.Agreement(new(new(partnership), agreement), await IsMember(circle, http, partnership)), from, to, clock, http.RequestAborted));
        app.MapGet("/{partnership}/{year:int}/compare", async (string partnership, int year, string? from, string? to, ComparedYears years, Circle circle, HttpContext http, IClock clock) =>
            await Show(years.Board(new(new(partnership), year), await IsMember(circle, http, partnership)), from, to, clock, http.RequestAborted)).SaysWhenPastIsBusy();
        app.MapGet("/{partnership}/{year:int}/activities/{activity:guid}/compare",
            async (string partnership, int year, Guid activity, string? from, string? to, ComparedYears years, IClock clock, CancellationToken ct) =>
                await Show(await years.Activity(new(new(partnership), year), new(activity), ct), from, to, clock, ct));
    }

    private static ValueTask<bool> IsMember(Circle circle, HttpContext http, string partnership) => circle.IsMember(http.User, new(partnership), http.RequestAborted);

    private static async Task<IResult> Show(Comparable? thing, string? from, string? to, IClock clock, CancellationToken ct)
    {
        if (thing is null) return TypedResults.NotFound();
        var problems = new List<Problem>();
        var now = clock.GetCurrentInstant();
        var right = string.IsNullOrWhiteSpace(to) ? Later(thing) : Side.Read(to, thing.Versions, now, problems);
        var left = string.IsNullOrWhiteSpace(from) ? Earlier(thing, right) : Side.Read(from, thing.Versions, now, problems);
        ComparedText? a = null, b = null;
        if (left is not null && problems.Count == 0) (a, b) = (await thing.At(left, ct), await thing.At(right, ct));
        var rows = a is null || b is null ? [] : TextComparison.Of(a, b);
        return new RazorComponentResult<ComparePage>(new { Comparison = new Comparison(thing, left ?? Side.Now, right, a, b, rows, problems) })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>The newest version that has an earlier one; now where there is none.</summary>
    private static Side Later(Comparable thing) => thing.Versions.Count > 1 ? new(thing.Versions[0], thing.Versions[0], null) : Side.Now;

    /// <summary>The version before the other side; null where a reader has to choose.</summary>
    private static Side? Earlier(Comparable thing, Side right)
    {
        int at = right.Version is { } version ? thing.Versions.IndexOf(version) + 1 : 0;
        return at < thing.Versions.Count ? new(thing.Versions[at], thing.Versions[at], null) : null;
    }

    private static int IndexOf(this IReadOnlyList<string> versions, string version)
    {
        for (int i = 0; i < versions.Count; i++)
            if (versions[i] == version) return i;
        return -1;
    }
}
