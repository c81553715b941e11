using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>Where the views were when a request came: whatever page answers it is at least as new as that, and joins its live self from there.</summary>
public static class PagePosition
{
    private static readonly object Key = new();

    public static void UsePagePosition(this WebApplication app)
    {
        var views = app.Services.GetRequiredService<IViews>();
        app.Use((http, next) =>
        {
            http.Items[Key] = views.Position;
            return next(http);
        });
    }

    /// <summary>The start of the log for what was not asked for over HTTP.</summary>
    public static Position Of(HttpContext? http) => http?.Items[Key] is Position position ? position : Position.Start;
}
