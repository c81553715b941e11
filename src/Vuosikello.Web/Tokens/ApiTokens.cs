using System.Security.Claims;
using Microsoft.Net.Http.Headers;

namespace Vuosikello.Web.Tokens;

/// <summary>
/// Tokens of the API (RFC 6750): <c>Authorization: Bearer vk_…</c>, under <c>/api</c> and nowhere else, no page, no hub, no account. A request with one is
/// the token's alone, whatever cookies come along. See docs/adr/0033-api-tokens.md.
/// </summary>
public static class ApiTokens
{
    public const string Scheme = "Bearer";

    private const int LongestSecret = 100;

    public static void AddApiTokens(this IServiceCollection services)
    {
        services.AddSingleton(_ => new TokenLimits());
        services.AddScoped<TokenGate>();
        services.AddScoped<TokensShown>();
    }

    /// <summary>Behind routing, which tells the partnership that is asked for, and before whatever asks who it is.</summary>
    public static void UseApiTokens(this WebApplication app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || SecretOf(http.Request) is not { } secret) return next(http);
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        return http.RequestServices.GetRequiredService<TokenGate>().Pass(http, secret, next);
    });

    /// <returns>Null for a request that has no token; empty for one with something that can be none.</returns>
    private static string? SecretOf(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization];
        if (header.Count == 0) return null;
        string value = header.ToString();
        if (value.Length == Scheme.Length || !value.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)) return value.Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? "" : null;
        string secret = value[(Scheme.Length + 1)..].Trim();
        return header.Count == 1 && secret.Length <= LongestSecret ? secret : "";
    }
}
