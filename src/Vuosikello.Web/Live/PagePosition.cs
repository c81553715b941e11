using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>
/// Where the views were when a request came, or when they had what its sender wrote last: whatever page answers it is at least as new as that, and
/// joins its live self from there.
/// </summary>
public static class PagePosition
{
    private static readonly object Key = new();

    /// <summary>To come after routing: files of the program wait for nothing, nor does the hub, which tells open pages all that they lack.</summary>
    public static void UsePagePosition(this WebApplication app)
    {
        var views = app.Services.GetRequiredService<IViews>();
        var writes = app.Services.GetRequiredService<OwnWrites>();
        app.Use(async (http, next) =>
        {
            if (ShowsViews(http.GetEndpoint()?.Metadata)) await writes.Await(http);
            http.Items[Key] = views.Position;
            await next(http);
        });
    }

    private static bool ShowsViews(EndpointMetadataCollection? what) => what?.GetMetadata<StaticAssetDescriptor>() is null && what?.GetMetadata<HubMetadata>() is null;

    /// <summary>The start of the log for what was not asked for over HTTP.</summary>
    public static Position Of(HttpContext? http) => http?.Items[Key] is Position position ? position : Position.Start;
}
