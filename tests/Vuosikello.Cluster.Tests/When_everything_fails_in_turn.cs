using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Vuosikello.Cluster.Tests.Kit;
using Vuosikello.Events;
using Vuosikello.ServerKit;

namespace Vuosikello.Cluster.Tests;

/// <summary>
/// Servers are killed, cut off and slowed down, nodes restart, leaders change, calls are spoiled, in random order, while 16 clients write and send again
/// what was not answered.
/// </summary>
public sealed class When_everything_fails_in_turn(ITestOutputHelper output)
{
    private const int Clerks = 16;
    private static readonly string[] Names = ["a", "b"];
    private static readonly bool Long = Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1";
    private static readonly int Count = Long ? 1000 : 12;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_in_order_and_all_servers_show_what_a_fresh_one_shows()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("VUOSIKELLO_SEED") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine($"seed {seed}, {Count} troubles, {Clerks} clients");
        var began = Stopwatch.StartNew();
        await using var instances = await Instances.Start(3, Names);
        using var person = await Person.SignIn(instances["a"].Address, Members.KuumaCoordinator);
        Guid[] shared = [.. Enumerable.Range(1, 4).Select(n => new Guid(seed, (short)n, 0, new byte[8]))];
        foreach (var id in shared) await person.Plan(instances["a"].Address, id, "Yhteinen");

        var clerks = Enumerable.Range(0, Clerks).Select(n => new Clerk(n, new Random(seed + n + 1), () => [.. instances.All.Select(s => s.Address)], shared)).ToArray();
        foreach (var clerk in clerks) await clerk.SignIn(Members.KuumaCoordinator);
        var troubles = new Troubles(instances, new Random(seed), Names);
        await Befall(troubles, clerks, new Random(seed));
        output.WriteLine($"{clerks.Sum(c => c.Acknowledged.Count)} commands acknowledged, {clerks.Sum(c => c.Refused.Count)} refused, {clerks.Sum(c => c.Resent)} sent again, in {began.Elapsed.TotalSeconds:F0} s");
        output.WriteLine(string.Join(", ", troubles.Met.Select(t => $"{t.Key} {t.Value}")));

        CheckLog(await TheLog.Sound(instances), clerks);
        await person.Plan(instances["b"].Address, new Guid(seed, 9, 0, new byte[8]), "Viimeinen");
        await instances.Launch("fresh");
        await CheckViews(instances, person, clerks);
        await CheckRebuild(instances);
    }

    /// <summary>Each trouble lasts until some commands were answered, or for a while when none can be.</summary>
    private static async Task Befall(Troubles troubles, Clerk[] clerks, Random random)
    {
        bool over = false;
        var answered = new Signal();
        var writing = clerks.Select(clerk => Task.Run(() => clerk.Write(() => !Volatile.Read(ref over), answered.Note))).ToArray();
        for (int i = 1; i <= Count; i++)
        {
            await troubles.Next(() => Task.WhenAny(answered.After(random.Next(10, 60)), Task.Delay(random.Next(100, 1500))), mayKill: Long);
            // In the sample at least one of them, in the middle.
            if (i == Count / 2) troubles.Kill();
            await Task.WhenAny(answered.After(random.Next(5, 40)), Task.WhenAny(writing), Task.Delay(TimeSpan.FromSeconds(5)));
            if (writing.FirstOrDefault(w => w.IsFaulted) is { } failed) await failed;
        }
        await troubles.Over();
        Volatile.Write(ref over, true);
        await Task.WhenAll(writing);
    }

    private static void CheckLog(IReadOnlyList<RecordedEvent> events, Clerk[] clerks)
    {
        var titles = events.Select(e => (e.Stream, Title: TitleIn(e))).Where(e => e.Title is not null).ToLookup(e => e.Title!, e => e.Stream, StringComparer.Ordinal);
        Assert.DoesNotContain(clerks.SelectMany(c => c.Acknowledged), title => titles[title].Count() != 1);
        Assert.DoesNotContain(clerks.SelectMany(c => c.Refused), titles.Contains);
        var byStream = events.ToLookup(e => e.Stream);
        foreach (var (id, own) in clerks.SelectMany(c => c.Own))
            Assert.Equal(own, byStream[new StreamName($"activity-{id}")].Select(TitleIn));
    }

    private static async Task CheckViews(Instances instances, Person person, Clerk[] clerks)
    {
        // Whoever wrote last waits at each of them for the views.
        foreach (var server in instances.All) await person.Page(server.Address, "/api/partnerships");
        using var reader = new Person();
        foreach (string path in (string[])["/api/partnerships/kuuma-seutu/years/2009", "/feeds/kuuma-seutu/2009.ics", "/kuuma-seutu/2009", "/kuuma-seutu/2009/wheel.svg", "/kuuma-seutu/history"])
            await CheckEqual(instances, reader, path);
        foreach (var clerk in clerks) await CheckEqual(instances, person, $"/api/partnerships/kuuma-seutu/activities/{clerk.Own[0].Id}/history");
    }

    private static async Task CheckEqual(Instances instances, Person person, string path)
    {
        var answers = await Task.WhenAll(instances.All.Select(server => Hash(person, server.Address, path)));
        Assert.True(answers.Distinct(StringComparer.Ordinal).Count() == 1, $"{path} differs: {string.Join(", ", answers)}");
    }

    private static async Task CheckRebuild(Instances instances)
    {
        foreach (string name in Names)
        {
            await instances[name].Stop();
            Assert.Equal(0, instances[name].ExitCode);
            var (code, said) = await RunningServer.RunVerb(instances.Settings(name), "rebuild", "--verify", "--data-folder", instances.Folder(name));
            Assert.True(code == 0, said);
        }
    }

    private static async Task<string> Hash(Person person, Uri server, string path)
    {
        using var answer = await person.Get(server, path);
        answer.EnsureSuccessStatusCode();
        return Convert.ToHexString(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)))[..12];
    }

    private static string? TitleIn(RecordedEvent e)
    {
        using var json = JsonDocument.Parse(e.Data);
        var what = json.RootElement.TryGetProperty("details", out var details) ? details : json.RootElement;
        return what.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.Object && title.TryGetProperty("fi", out var fi) ? fi.GetString() : null;
    }
}
