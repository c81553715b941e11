using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.ServerKit;
using static Microsoft.Playwright.Assertions;

namespace Vuosikello.Browser.Tests;

/// <summary>An open page on a server whose cluster goes away and comes back.</summary>
[Collection(nameof(People_at_work))]
public sealed class While_nothing_can_be_saved(Browser browser) : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task An_open_board_says_so_while_it_is_so_without_being_loaded_again()
    {
        await using var cluster = await DoubleCluster.Start();
        var settings = new Dictionary<string, string> { ["EventStore__ConnectionString"] = cluster.ConnectionString("tls=false&maxDiscoverAttempts=2") };
        await using var server = await RunningServer.Start(_data.Path, settings: settings);
        await using var reader = await browser.Person();
        var notice = reader.Page.Locator(".read-only");
        await reader.Page.OpenLive(new Uri(server.Address, "/kuuma-seutu/2009").ToString());
        await Expect(notice).ToBeEmptyAsync();

        cluster.Node.Down();
        await Expect(notice).ToContainTextAsync("Palvelua voi toistaiseksi vain lukea.");

        cluster.Node.Up();
        await Expect(notice).ToBeEmptyAsync();
        await reader.Page.WasNotReloaded();
    }
}
