using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Errors;

/// <summary>What people see where there is nothing, or where something went wrong. Programs get problem details.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        // A store that is away is no fault of the program: it is told in one line, and where it is away for good, by others.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Show, SuppressDiagnosticsCallback = failed => failed.Exception is StoreUnavailableException });
        app.UseStatusCodePages(context => Show(context.HttpContext));
    }

    private static async Task Show(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is StoreUnavailableException away)
        {
            await StoreAway.Show(http, away);
            return;
        }
        if (failure is BadHttpRequestException bad) http.Response.StatusCode = bad.StatusCode;
        int status = http.Response.StatusCode;
        if (WantsPage(http)) await new RazorComponentResult<ErrorPage>(new { Status = status, Partnership = Around(http, status) }) { StatusCode = status }.ExecuteAsync(http);
        else await TypedResults.Problem(statusCode: status).ExecuteAsync(http);
    }

    /// <summary>The partnership whose navigation the page keeps. Not where the service is broken: its views may be what is.</summary>
    private static PartnershipView? Around(HttpContext http, int status) =>
        status < StatusCodes.Status500InternalServerError && http.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
            ? http.RequestServices.GetRequiredService<Onlookers>().Partnership(http.User, new PartnershipId(first)) : null;

    internal static bool WantsPage(HttpContext http) =>
        !IsForPrograms(http.Request.Path)
        && http.Request.Headers.Accept.ToString() is var accept
        && (accept.Length == 0 || accept.Contains("html", StringComparison.Ordinal) || accept.Contains("*/*", StringComparison.Ordinal));

    /// <summary>True for addresses that programs ask for, not people: they are answered with problem details, never with a page.</summary>
    public static bool IsForPrograms(PathString path) => ForPrograms.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>True for addresses of the API, which says no in its own way.</summary>
    public static bool IsOfApi(PathString path) => path.StartsWithSegments(ForPrograms[0], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] ForPrograms = ["/api", "/hubs", "/feeds"];
}
