using Vuosikello.Web.Live;

namespace Vuosikello.Web.Safety;

/// <summary>
/// Web sockets know no same-origin policy, and bring cookies along: a page of somebody else may not open the hub in its reader's name. A program that
/// is no browser sends no <c>Origin</c> and is let through; it has no cookies that it was not given.
/// </summary>
internal static class HubOrigin
{
    public static void UseHubOrigin(this WebApplication app)
    {
        string known = app.Services.GetRequiredService<PublicAddress>().Origin;
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(LiveRegistration.Address, StringComparison.OrdinalIgnoreCase) || IsOurs(context.Request, known)) return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    private static bool IsOurs(HttpRequest request, string known)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0) return true;
        return origin.Count == 1
            && (string.Equals(origin, known, StringComparison.OrdinalIgnoreCase)
                || string.Equals(origin, $"{request.Scheme}://{request.Host.ToUriComponent()}", StringComparison.OrdinalIgnoreCase));
    }
}
