using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Compare;

/// <summary>
/// Two versions or moments side by side, as JSON: <c>?from=2026&amp;to=2026.2</c>, <c>?from=2026-09-01T12:00&amp;to=now</c>. Without them the last two
/// versions.
/// </summary>
public static class CompareApi
{
    private const string How =
        " from and to are versions, moments (2026-09-01T12:00 in Helsinki, or with Z in UTC) or now; without them the last two versions. after goes on after so many rows; part asks for one part, whole.";

    public static void MapComparisonsApi(this IEndpointRouteBuilder api)
    {
        var comparisons = api.MapGroup("/partnerships/{partnership}").WithTags("Comparison").Shows(View.Comparison);
        Describe(comparisons.MapGet("/rules/compare", async (string partnership, [AsParameters] AskedComparison asked, ComparedDocuments documents, Circle circle) =>
            await Show(documents.Rules(new(partnership), await IsMember(circle, asked.Http, partnership)), asked)), "CompareRules", "Two versions of the working rules, clause by clause.");
        Describe(comparisons.MapGet("/agreements/{agreement}/compare",
            async (string partnership, string agreement, [AsParameters] AskedComparison asked, ComparedDocuments documents, Circle circle) =>
                await Show(documents.Agreement(new(new(partnership), agreement), circle.Find(asked.Http.User, new(partnership)).Sight), asked)),
            "CompareAgreement", "Two versions of an agreement, clause by clause.");
        Describe(comparisons.MapGet("/years/{year:int}/compare", async (string partnership, int year, [AsParameters] AskedComparison asked, ComparedYears years, Circle circle) =>
            await Show(years.Board(new(new(partnership), year), await IsMember(circle, asked.Http, partnership)), asked)), "CompareYear", "A year's board at two moments, activity by activity.");
        Describe(comparisons.MapGet("/years/{year:int}/activities/{activity:guid}/compare",
            async (string partnership, int year, Guid activity, [AsParameters] AskedComparison asked, ComparedYears years) =>
                await Show(await years.Activity(new(new(partnership), year), new(activity), asked.Http.RequestAborted), asked)),
            "CompareActivity", "An activity at two moments, field by field.");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .Produces<ComparisonResource>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).WithName(name).WithSummary(summary + How);

    private static ValueTask<bool> IsMember(Circle circle, HttpContext http, string partnership) => circle.IsMember(http.User, new(partnership), http.RequestAborted);

    private static async Task<IResult> Show(Comparable? thing, AskedComparison asked)
    {
        if (thing is null) return asked.Problems.NotFound();
        var comparison = await Comparison.Of(thing, asked.From, asked.To, asked.Clock.GetCurrentInstant(), asked.Http.RequestAborted);
        if (comparison.Problems.Count > 0) return asked.Problems.BadRequest(comparison.Problems[0]);
        if (comparison.Left is null) return asked.Problems.BadRequest(new Problem(Forms.FormProblems.NotAMoment, "from", [""]));
        if (asked.Part is not { } part) return TypedResults.Ok(ComparisonResource.Of(comparison, Math.Max(asked.After ?? 0, 0)));
        return comparison.Rows.FirstOrDefault(row => row.Any.Key == part) is { } row ? TypedResults.Ok(ComparisonResource.Of(comparison, row)) : asked.Problems.NotFound();
    }
}

/// <summary>What a comparison's address asks for.</summary>
public sealed record AskedComparison(HttpContext Http, IClock Clock, ApiProblems Problems, string? From, string? To, int? After, string? Part);
