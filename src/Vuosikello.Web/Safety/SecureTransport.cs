using Microsoft.Extensions.Primitives;
using Vuosikello.Web.CalendarLinks;

namespace Vuosikello.Web.Safety;

/// <summary>
/// Where the world comes by TLS, nobody is served without it: who asks by http is sent to the same address by https, and browsers are told
/// to ask by https from then on (RFC 6797). Those who watch the server's health ask it directly, and may go on.
/// </summary>
internal static class SecureTransport
{
    // Without includeSubDomains: other names below this one may be others' services.
    private static readonly StringValues ForAYear = "max-age=31536000";

    public static void UseSecureTransport(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (!address.IsSecure) return;
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps) context.Response.Headers.StrictTransportSecurity = ForAYear;
            else if (!context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)) return Redirect(context, address);
            return next(context);
        });
    }

    /// <summary>The same method with the same body again (RFC 9110 section 15.4.9): a form that was sent is not lost.</summary>
    private static Task Redirect(HttpContext context, PublicAddress address)
    {
        // Secrets are taken out of the path before anything can log it.
        string path = SecretPath.Take(context) is { Length: > 0 } secret ? SecretPath.Of(Uri.EscapeDataString(secret)) : HiddenEnding.Shown(context).ToUriComponent();
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = address.Origin + path + context.Request.QueryString.ToUriComponent();
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
