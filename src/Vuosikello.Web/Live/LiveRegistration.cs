namespace Vuosikello.Web.Live;

/// <summary>The live boards. See docs/adr/0011-live-board.md.</summary>
public static class LiveRegistration
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = 16 * 1024;
            options.EnableDetailedErrors = false;
        });
        services.AddSingleton<Circle>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<ActivityNewsroom>();
        services.AddSingleton<LiveBoardParts>();
        services.AddSingleton<BoardBroadcaster>();
        services.AddSingleton<BoardPresence>();
        services.AddHostedService(s => s.GetRequiredService<BoardBroadcaster>());
        services.AddHostedService(s => s.GetRequiredService<BoardPresence>());
    }

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapHub<BoardHub>("/hubs/board");
}
