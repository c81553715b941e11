using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Vuosikello.Web.Languages;

/// <summary>The languages of the service: by <c>?lang=</c>, then the reader's earlier choice (a cookie), then the browser's wish.</summary>
public static class LanguageSetup
{
    /// <summary>Finnish first; it also answers a wish for any other language.</summary>
    public static readonly IReadOnlyList<string> All = ["fi", "sv", "en"];

    public const string Cookie = "lang";

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("fi");
            options.SupportedCultures = [.. All.Select(Culture)];
            options.SupportedUICultures = [.. All.Select(Culture)];
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new LanguageCookie(),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    public static void UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use(RememberChoice);
    }

    /// <summary>The language of the request being served: <c>fi</c>, <c>sv</c> or <c>en</c>.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch { "sv" => "sv", "en" => "en", _ => "fi" };

    /// <summary>A language's culture: which texts are chosen and how numbers are written. Dates and times are put in words by the views.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);

    /// <summary>Does something in a language, outside of any request.</summary>
    public static T In<T>(string language, Func<T> work)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);
        try
        {
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }

    private static Task RememberChoice(HttpContext http, RequestDelegate next)
    {
        if (All.Contains(http.Request.Query["lang"].ToString()) && HttpMethods.IsGet(http.Request.Method) && AsksForPage(http))
        {
            http.Response.Cookies.Append(Cookie, http.Request.Query["lang"].ToString(), new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(365),
            });
        }
        return next(http);
    }

    // A feed's address names its language too, but a calendar program is not somebody choosing what pages speak.
    private static bool AsksForPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private sealed class LanguageCookie : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(httpContext.Request.Cookies[Cookie] is { } chosen ? new ProviderCultureResult(chosen) : null);
    }
}
