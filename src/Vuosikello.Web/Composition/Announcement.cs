using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Vuosikello.Accounts.Mail;

namespace Vuosikello.Web.Composition;

/// <summary>Says on standard output where the server listens and where its data and its events are, once it does.</summary>
internal sealed partial class Announcement(IServer server, IHostApplicationLifetime life, DataFolder folder, StorePlace place, MailSettings mail, ILogger<Announcement> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() =>
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            Console.Out.WriteLine($"Vuosikello listens on {string.Join(", ", addresses)}");
            Console.Out.WriteLine($"Its data is in {folder.Path}");
            if (!mail.CanSend) Console.Out.WriteLine("It sends no mail, as Mail:Host is not set: nobody can be invited or sign in by mail");
            if (place is not StorePlace.InCluster) return;
            Console.Out.WriteLine($"Its events are in {place.Words}");
            if (new StorePlace.InFolder(folder.Path).HasLog) IsNotUsed(folder.Path, place.Words);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "There is an event log in the data folder {Folder} too, which is not used: the settings name {Place}. 'vuosikello copy' moves a log from one to the other.")]
    private partial void IsNotUsed(string folder, string place);
}
