using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A coordinator rolls 2009 forward over the API; what was chosen is planned in the new year by a process that follows the views.</summary>
public sealed class Rolling_a_year_forward
{
    private const string New = "/api/partnerships/kuuma-seutu/years/2027";

    [Fact]
    public async Task Each_activity_appears_once_even_when_the_server_is_killed_in_the_middle_and_the_command_sent_again()
    {
        using var folder = new TemporaryFolder();
        List<string> titles;
        Guid key = Guid.NewGuid();
        await using (var server = await RunningServer.Start(folder.Path))
        {
            using var client = await server.Client(Members.KuumaCoordinator);
            for (int n = 0; n < 60; n++)
            {
                using var planned = await Plans.Plan(client, 2009, FormattableString.Invariant($"Siirtyvä {n:00}"));
                Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
            }
            titles = await Plans.Titles(client, 2009);
            using var rolled = await Roll(client, key);
            Assert.True(rolled.IsSuccessStatusCode, await rolled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await server.Kill();
        }

        await using var restarted = await RunningServer.Start(folder.Path);
        using var again = await restarted.Client(Members.KuumaCoordinator);
        using (var repeated = await Roll(again, key)) Assert.True(repeated.IsSuccessStatusCode, await repeated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await Until(again, titles.Count);
        Assert.Equal(titles.Order(StringComparer.Ordinal), (await Plans.Titles(again, 2027)).Order(StringComparer.Ordinal));

        await restarted.Stop();
        await using var third = await RunningServer.Start(folder.Path);
        using var reader = await third.Client();
        Assert.Equal(titles.Order(StringComparer.Ordinal), (await Plans.Titles(reader, 2027)).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpResponseMessage> Roll(HttpClient client, Guid key)
    {
        var board = await client.GetFromJsonAsync<JsonElement>("/api/partnerships/kuuma-seutu/years/2009", TestContext.Current.CancellationToken);
        var chosen = board.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{New}/roll-forward") { Content = JsonContent.Create(new { fromYear = 2009, activities = chosen }) };
        request.Headers.Add("Idempotency-Key", key.ToString());
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // The process works on by itself; over the API there is no signal of its end but the board. The test's own limit ends the asking.
    private static async Task Until(HttpClient client, int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await Plans.Titles(client, 2027)).Count < count) limit.Token.ThrowIfCancellationRequested();
    }
}
