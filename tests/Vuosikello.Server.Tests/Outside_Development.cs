using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The server as a municipality runs it: no demo, nobody signs in without an account.</summary>
public sealed class Outside_Development
{
    [Fact]
    public async Task There_is_no_demo_and_the_pages_work()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, "Production");
        using var client = await server.Client();

        using var form = new FormUrlEncodedContent([new("member", Members.KuumaCoordinator)]);
        using var signIn = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, signIn.StatusCode);
        Assert.False(signIn.Headers.Contains("Set-Cookie"));
        Assert.Empty((await client.GetFromJsonAsync<JsonElement[]>("/api/partnerships", TestContext.Current.CancellationToken))!);
        Assert.Equal(HttpStatusCode.NotFound, await Status(client, "/kuuma-seutu/2009"));
        foreach (string page in new[] { "/", "/sign-in", "/?lang=sv", "/openapi/v1.json", "/health/live" }) Assert.Equal(HttpStatusCode.OK, await Status(client, page));

        await server.Stop();
        Assert.Equal(0, server.ExitCode);
        Assert.Equal("", server.Errors);
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
