namespace Vuosikello.Web.Composition;

/// <summary>What browsers are told to refuse, on every answer: a second line behind the escaping of everything that people type.</summary>
public static class SecurityHeaders
{
    // No exception for inline scripts or styles: the pages and the wheel in them have none.
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(http);
    });
}
