using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Vuosikello.Projections;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Store;

/// <summary>
/// How the server is. <c>/health/live</c>: it runs. <c>/health/ready</c>: send readers here; 200 also while nothing can be saved, for readers are
/// served from the views, and the body says <c>Degraded</c>. <c>/health</c>: all about it, for those who watch. None of them asks the store.
/// </summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<ViewsHealth>("views");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Shows(View.Health);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Say }).Shows(View.Health);
        app.MapGet("/health", (StoreFacts store, LogEnd end, IViewsProgress views, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(ServerHealth.Of(store, end, views.Now));
        }).ExcludeFromDescription().Shows(View.Health);
    }

    /// <summary>The verdict, and in the same line why it is not a better one.</summary>
    private static Task Say(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        string? why = report.Entries.Values.Select(entry => entry.Description).FirstOrDefault(text => text is not null);
        return http.Response.WriteAsync(why is null ? report.Status.ToString() : $"{report.Status}: {why}", http.RequestAborted);
    }
}
