using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Vuosikello.Web.Composition;

/// <summary>Says on standard output where the server listens and where its data is, once it does.</summary>
public sealed class Announcement(IServer server, IHostApplicationLifetime life, DataFolder folder) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() =>
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            Console.Out.WriteLine($"Vuosikello listens on {string.Join(", ", addresses)}");
            Console.Out.WriteLine($"Its data is in {folder.Path}");
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
