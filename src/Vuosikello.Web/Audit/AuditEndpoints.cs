using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Events;
using Vuosikello.Web.Access;
using Vuosikello.Web.Administration;
using Vuosikello.Web.Api;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Audit;

/// <summary>The audit trail, for the administrators of the server.</summary>
public static class AuditEndpoints
{
    public const string Address = AdministrationEndpoints.Address + "/audit";

    public static void AddAudit(this IServiceCollection services)
    {
        services.TryAddScoped<AuditNotes>();
        services.TryAddScoped<AuditWords>();
        services.TryAddScoped<AuditPages>();
    }

    public static void MapAudit(this IEndpointRouteBuilder app) => app.MapGet(Address, Show).Shows(View.Audit);

    public static void MapAuditApi(this IEndpointRouteBuilder api) => api.MapGroup("").WithTags("Administration").MapGet("/audit", List).Shows(View.Audit)
        .Produces<AuditListResource>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(503).WithName("ReadAuditTrail")
        .WithSummary("Who signed in, was refused, took data out, used tokens, and whose rights changed, the latest first; ?kind, ?person, ?from, ?to and ?page narrow it. For administrators.");

    private static async Task<IResult> Show(HttpContext http, AuditPages pages)
    {
        var shown = await pages.Find(AuditQuery.Parse(http.Request.Query), http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-store";
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<AuditPage>(new { Shown = shown })
        {
            StatusCode = shown.Query.Problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> List(HttpContext http, AuditPages pages, IMemberNames names, ApiProblems problems)
    {
        var query = AuditQuery.Parse(http.Request.Query);
        if (query.Problems.Count > 0) return problems.BadRequest(query.Problems[0]);
        try
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.Ok(AuditListResource.Of(await pages.Find(query, http.RequestAborted), names));
        }
        catch (StoreUnavailableException)
        {
            return problems.LogAway();
        }
    }
}
