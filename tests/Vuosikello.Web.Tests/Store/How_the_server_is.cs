using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Events;

namespace Vuosikello.Web.Tests.Store;

/// <summary>Health and metrics, with the cluster there and away.</summary>
[Collection(OnACluster.Name)]
public sealed class How_the_server_is(ClusterSite cluster) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await cluster.ComesBack();

    [Fact]
    public void There_is_one_event_store_on_a_cluster_and_everybody_uses_it() => Assert.Single(cluster.Site.Services.GetServices<IEventStore>());

    [Fact]
    public async Task Readers_are_sent_here_also_while_nothing_can_be_saved()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask("/health/ready"));

        await cluster.GoesAway();
        var (status, body) = await Ask("/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("Degraded: The event store has been away since 2026-11-22T10:00:00Z; it is read only for now.", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/health/live")).Status);

        await cluster.ComesBack();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask("/health/ready"));
    }

    [Fact]
    public async Task Who_watches_is_told_all_of_it_without_the_store_being_asked()
    {
        var before = await Health();
        Assert.Equal(("ok", "eventstoredb", true), (Text(before, "status"), Text(before, "store", "kind"), before.GetProperty("store").GetProperty("canWrite").GetBoolean()));
        Assert.True(before.GetProperty("views").GetProperty("ready").GetBoolean());
        Assert.True(before.GetProperty("views").GetProperty("applied").GetInt64() > 0);
        Assert.Equal(before.GetProperty("store").GetProperty("end").GetInt64(), before.GetProperty("views").GetProperty("position").GetInt64() + before.GetProperty("views").GetProperty("lag").GetInt64());

        await cluster.GoesAway();
        var away = await Health();
        Assert.Equal(("read-only", false), (Text(away, "status"), away.GetProperty("store").GetProperty("canWrite").GetBoolean()));
        Assert.True(away.GetProperty("store").GetProperty("reconnects").GetInt64() > 0);
        Assert.Equal(before.GetProperty("views").GetProperty("position").GetInt64(), away.GetProperty("views").GetProperty("position").GetInt64());
        Assert.DoesNotContain(cluster.Cluster.Node.At.ToString(), away.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_instrument_tells_what_happens()
    {
        var heard = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = Listen(heard);
        var member = await cluster.Site.Visit(Site.CoordinatorOfKuuma);
        var form = await member.Form("/kuuma-seutu/2026/activities/new");
        form["title.fi"] = ["Mitattu retki"];
        (form["time.startDay"], form["time.startClock"], form["time.endClock"]) = (["2026-05-05"], ["16:00"], ["18:00"]);
        Assert.Equal(HttpStatusCode.SeeOther, (await member.Post("/kuuma-seutu/2026/activities/new", form)).Status);
        listener.RecordObservableInstruments();
        Assert.Equal((1, 1, 1), (heard["vuosikello.store.can_write"], heard["vuosikello.store.appends done"], heard["vuosikello.commands done"]));
        Assert.True(heard["vuosikello.store.append.duration done"] > 0);
        Assert.True(heard["vuosikello.views.position"] > 0);
        Assert.True(heard["vuosikello.views.applied"] > 0);

        await cluster.GoesAway();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await member.Post("/kuuma-seutu/2026/activities/new", With(await member.Form("/kuuma-seutu/2026/activities/new"), form))).Status);
        listener.RecordObservableInstruments();
        Assert.Equal((0, 1), (heard["vuosikello.store.can_write"], heard["vuosikello.commands try-again"]));
        Assert.True(heard["vuosikello.store.reconnects"] > 0);
        Assert.Equal(
            ["vuosikello.commands", "vuosikello.store.append.duration", "vuosikello.store.appends", "vuosikello.store.can_write", "vuosikello.store.reconnects", "vuosikello.views.applied", "vuosikello.views.lag", "vuosikello.views.position"],
            heard.Keys.Select(key => key.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Sums what is counted and keeps what is looked up, of this server alone.</summary>
    private MeterListener Listen(ConcurrentDictionary<string, double> heard)
    {
        object factory = cluster.Site.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, its) =>
            {
                if (instrument.Meter.Name == "Vuosikello" && ReferenceEquals(instrument.Meter.Scope, factory)) its.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
        return listener;

        void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
            heard.AddOrUpdate(key, value, (_, sum) => instrument.IsObservable ? value : sum + value);
        }
    }

    private static Dictionary<string, string[]> With(Dictionary<string, string[]> form, Dictionary<string, string[]> typed)
    {
        foreach (string name in new[] { "title.fi", "time.startDay", "time.startClock", "time.endClock" }) form[name] = typed[name];
        return form;
    }

    private static string? Text(JsonElement health, params string[] path) => path.Aggregate(health, (at, name) => at.GetProperty(name)).GetString();

    private async Task<JsonElement> Health()
    {
        using var client = cluster.Site.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string Body)> Ask(string address)
    {
        using var client = cluster.Site.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
