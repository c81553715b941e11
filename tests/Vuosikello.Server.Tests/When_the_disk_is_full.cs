using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A disk that fills up under a running server.</summary>
public sealed class When_the_disk_is_full
{
    private static readonly string Filling = new('ä', 9_000);

    [Fact]
    public async Task Commands_are_refused_reading_goes_on_and_so_does_writing_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("6m");
        if (disk is null) Assert.Skip("This test mounts a small disk, which only root on Linux may do.");
        List<string> acknowledged;
        await using (var server = await RunningServer.Start(disk.Path))
        {
            using var client = await server.Client(Members.KuumaCoordinator);
            acknowledged = await Plans.Titles(client, 2009);
            var (refused, key, title) = await PlanUntilRefused(client, acknowledged);
            await TellsWhatToDo(client, refused, title, key);
            Assert.Contains("the disk is full. Make room on it", server.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);

            Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await Plans.Titles(client, 2009)).Order(StringComparer.Ordinal));
            foreach (string page in new[] { "/kuuma-seutu/2009", "/feeds/kuuma-seutu/2009.ics", "/kuuma-seutu/2009/wheel.svg", "/health/ready" })
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} was answered with {answer.StatusCode}.");
            }

            disk.Resize("64m");
            using var again = await Plans.Plan(client, 2009, title, key, description: Filling);
            Assert.Equal(HttpStatusCode.Created, again.StatusCode);
            acknowledged.Add(title);
            await server.Stop();
        }

        await using var restarted = await RunningServer.Start(disk.Path);
        using var reader = await restarted.Client();
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await Plans.Titles(reader, 2009)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_stopped_on_a_full_disk_loses_nothing()
    {
        using var disk = SmallDisk.Mount("6m");
        if (disk is null) Assert.Skip("This test mounts a small disk, which only root on Linux may do.");
        List<string> acknowledged;
        await using (var server = await RunningServer.Start(disk.Path))
        {
            using var client = await server.Client(Members.KuumaCoordinator);
            acknowledged = await Plans.Titles(client, 2009);
            await PlanUntilRefused(client, acknowledged);
            await server.Stop();
            Assert.Equal(0, server.ExitCode);
        }

        disk.Resize("64m");
        await using var restarted = await RunningServer.Start(disk.Path);
        using var reader = await restarted.Client();
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await Plans.Titles(reader, 2009)).Order(StringComparer.Ordinal));
    }

    private static async Task<(HttpStatusCode Refused, Guid Key, string Title)> PlanUntilRefused(HttpClient client, List<string> acknowledged)
    {
        for (int n = 1; ; n++)
        {
            var (key, title) = (Guid.NewGuid(), FormattableString.Invariant($"Täyttyvä levy {n}"));
            using var answer = await Plans.Plan(client, 2009, title, key, description: Filling);
            if (answer.StatusCode != HttpStatusCode.Created) return (answer.StatusCode, key, title);
            acknowledged.Add(title);
        }
    }

    private static async Task TellsWhatToDo(HttpClient client, HttpStatusCode refused, string title, Guid key)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        foreach (var (language, part) in new[] { ("fi", "ei voi tallentaa"), ("sv", "kan inte spara"), ("en", "cannot save") })
        {
            using var answer = await Plans.Plan(client, 2009, title, key, language, Filling);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Contains(part, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }
}
