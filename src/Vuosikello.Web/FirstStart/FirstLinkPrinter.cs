using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Vuosikello.Projections;

namespace Vuosikello.Web.FirstStart;

/// <summary>Prints the link that makes the first administrator, for whoever sees the server's console or its journal.</summary>
internal sealed class FirstLinkPrinter(FirstLink link, IViews views, IServer server, IHostApplicationLifetime life, IConfiguration settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await views.BecomeReady(stoppingToken);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (!link.Waits) return;
        await Console.Out.WriteLineAsync("This server has no administrator yet. Whoever opens this link becomes the first, and nothing else works until then:");
        await Console.Out.WriteLineAsync($"{Host()}{link.New()}");
    }

    private string Host() =>
        (settings["PublicAddress"] is { Length: > 0 } known ? known : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "").TrimEnd('/');
}
