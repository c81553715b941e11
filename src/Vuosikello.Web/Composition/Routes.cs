using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Errors;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.FirstStart;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Safety;
using Vuosikello.Web.Store;
using Vuosikello.Web.Tokens;
using Vuosikello.Web.Wheel;

namespace Vuosikello.Web.Composition;

/// <summary>The way of a request and the addresses it can have.</summary>
public static class Routes
{
    public static void MapVuosikello(this WebApplication app)
    {
        app.UseSafeTransport();
        app.UsePrivateFeeds();
        app.UseFeeds();
        app.UseHeadAsGet();
        app.UseSafety();
        app.UseLanguages();
        app.UseErrorPages();
        app.UseFirstStart();
        app.MapStaticAssets().Shows(View.Files);
        app.UseRouting();
        app.UseRateLimiter();
        app.UsePagePosition();
        app.UseAuthentication();
        app.UseApiTokens();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealth();
        app.MapFirstStart();
        app.MapPages();
        app.MapFeeds();
        app.MapLive();
        app.MapApi();
        app.MapWheel();
    }
}
