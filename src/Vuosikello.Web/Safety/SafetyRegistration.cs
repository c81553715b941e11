using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Vuosikello.Web.Safety;

/// <summary>What stands between the internet and everything else. See docs/security.md.</summary>
public static class SafetyRegistration
{
    public static void AddSafety(this IServiceCollection services, IConfiguration settings)
    {
        var address = PublicAddress.From(settings);
        services.AddSingleton(address);
        services.Configure<KestrelServerOptions>(RequestLimits.Set);
        services.Configure<ForwardedHeadersOptions>(options => ReverseProxy.Trust(options, settings));
        // One rule over whatever sets a cookie: no script reads any, no other site sends any along with a form.
        services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.HttpOnly = HttpOnlyPolicy.Always;
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
            cookies.Secure = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>To be first on a request's way, before feeds too.</summary>
    public static void UseSafeTransport(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecureTransport();
    }

    /// <summary>To be before everything that makes pages.</summary>
    public static void UseSafety(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseCookiePolicy();
        app.UseHubOrigin();
    }
}
