using Vuosikello.Accounts.Audit;
using Vuosikello.Domain;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Audit;

/// <summary>
/// For endpoints that give files away: who takes one is taken down before it goes. The public's fetching of what is public is not: nobody would
/// know whose it was.
/// </summary>
public static class NotedExports
{
    /// <param name="endpoint">Gives the file.</param>
    /// <param name="what">What it is, in a word of the program; the short name of what it is of follows it.</param>
    public static RouteHandlerBuilder NotedAs(this RouteHandlerBuilder endpoint, string what) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        object? answer = await next(context);
        var http = context.HttpContext;
        if (answer is IResult and not IStatusCodeHttpResult { StatusCode: >= 300 } && http.RequestServices.GetRequiredService<CurrentMember>().IsSignedIn)
            await http.RequestServices.GetRequiredService<AuditNotes>().Note(AuditKind.Export, Named(what, http), partnership: Slugged(http, "partnership") is { } partnership ? new(partnership) : null);
        return answer;
    });

    private static string Named(string what, HttpContext http) =>
        (Slugged(http, "agreement") ?? Slugged(http, "round") ?? Slugged(http, "review") ?? Slugged(http, "year")) is { } of ? $"{what}/{of}" : what;

    private static string? Slugged(HttpContext http, string part) => http.Request.RouteValues[part] is string value && Slug.IsValid(value) ? value : null;
}
