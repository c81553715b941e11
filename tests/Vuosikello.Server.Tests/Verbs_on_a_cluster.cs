using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Double;
using Vuosikello.Events.Proof;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verbs that read the whole log do so on a cluster too, and never tell its password.</summary>
public sealed class Verbs_on_a_cluster : IAsyncLifetime
{
    private const string Secret = "Saunatonttu-7";
    private static readonly StreamName Stream = new("activity-00000000-0000-0000-0000-000000000001");
    private DoubleCluster _cluster = null!;

    private string Place => $"esdb://admin:{Secret}@{_cluster.Node.At}?tls=false&maxDiscoverAttempts=1";

    public async ValueTask InitializeAsync() => _cluster = await DoubleCluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_log_that_is_as_it_was_written_fits_although_positions_do_not_follow_on_each_other()
    {
        _cluster.Log.AppendForeign(2);
        await Append(3);

        await Says(0, "Everything fits: 3 events in 1 streams", "verify", "--store", Place);
    }

    [Fact]
    public async Task An_event_that_was_written_past_Vuosikello_is_named()
    {
        await Append(3, sound => sound with { Data = "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray() });

        await Says(1, "The first event that does not fit", "verify", "--store", Place);
    }

    [Fact]
    public async Task A_cluster_without_our_events_is_not_called_sound()
    {
        _cluster.Log.AppendForeign(2);

        await Says(2, "There is no event in EventStoreDB at 127.0.0.1", "verify", "--store", Place);
    }

    [Fact]
    public async Task A_cluster_that_is_away_is_named_with_its_nodes()
    {
        _cluster.Node.Down();

        await Says(2, $"EventStoreDB at {_cluster.Node.At} did not answer well", "verify", "--store", Place);
    }

    [Fact]
    public async Task Views_are_made_anew_from_a_cluster_and_compared_with_those_that_are_kept()
    {
        using var folder = new TemporaryFolder();
        _cluster.Log.AppendForeign(2);
        EventData[] founded = [new(new Guid(1, 0, 0, new byte[8]), "partnership-founded.v1", "{\"partnership\":\"jokilaakso\",\"name\":{\"fi\":\"Jokilaakso\"}}"u8.ToArray(),
            "{\"command\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"by\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\",\"at\":\"2026-02-26T14:30:00Z\"}"u8.ToArray())];
        await using (var store = _cluster.Open()) await store.Append(new StreamName("partnership-jokilaakso"), ExpectedVersion.NoStream, founded, TestContext.Current.CancellationToken);

        await Rebuilds(0, "The views are made anew up to position");
        await Rebuilds(0, "The views equal a rebuild from 1 events", "--verify");
        _cluster.Node.Down();
        await Rebuilds(69, $"EventStoreDB at {_cluster.Node.At}", "--verify");

        async Task Rebuilds(int code, string text, params string[] words)
        {
            await using var verb = RunningVerb.Start(new Dictionary<string, string> { ["EventStore__ConnectionString"] = Place }, ["rebuild", "--data-folder", folder.Path, .. words]);
            var (ended, output) = await verb.End();
            Check(code, text, ended, output);
        }
    }

    private async Task Append(int count, Func<EventData, EventData>? spoil = null)
    {
        var events = new EventData[count];
        for (int i = 0; i < count; i++)
            events[i] = new(new Guid(i, 0, 0, new byte[8]), "activity-retitled.v1", "{\"title\":{\"fi\":\"Tilat\"}}"u8.ToArray(), "{\"at\":\"2026-11-22T03:30:00Z\"}"u8.ToArray());
        EventChain.Seal(Stream, 0, default, events);
        if (spoil is not null) events[1] = spoil(events[1]);
        await using var store = _cluster.Open();
        await store.Append(Stream, ExpectedVersion.NoStream, events, TestContext.Current.CancellationToken);
    }

    private static async Task Says(int code, string text, params string[] words)
    {
        var (ended, output) = await RunningServer.RunVerb(words);
        Check(code, text, ended, output);
    }

    private static void Check(int code, string text, int ended, string output)
    {
        Assert.True(code == ended, output);
        Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
