using Microsoft.AspNetCore.SignalR;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Live;

/// <summary>The live pages. See docs/adr/0011-live-pages.md.</summary>
public static class LiveRegistration
{
    /// <summary>One hub for all pages; the address is older than the pages that are no boards.</summary>
    public const string Address = "/hubs/board";

    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = 16 * 1024;
            options.EnableDetailedErrors = false;
        });
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<HubLifetimeManager<LiveHub>>(s => s.GetRequiredService<LiveConnections>());
        services.AddAccess();
        services.AddSingleton<ConditionNews>();
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<LiveWords>();
        services.AddSingleton<Newsroom>();
        services.AddSingleton<OpenPages>();
        services.AddSingleton<Presence>();
        services.AddHostedService(s => s.GetRequiredService<ConditionNews>());
        services.AddSingleton<Seats>();
        // The seats first: they hear of an ended role before the open pages hear of what came with it.
        services.AddHostedService(s => s.GetRequiredService<Seats>());
        services.AddHostedService(s => s.GetRequiredService<OpenPages>());
        services.AddHostedService(s => s.GetRequiredService<Presence>());
    }

    /// <summary>Makes a kind of page live.</summary>
    public static void AddLivePages<TPages>(this IServiceCollection services) where TPages : class, ILivePages =>
        services.AddSingleton<ILivePages, TPages>();

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapHub<LiveHub>(Address).Shows(View.LiveConnection);
}
