using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The server as a municipality runs it: no demo, and nothing at all until it has an administrator.</summary>
public sealed class Outside_Development
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_that_the_first_start_prints_makes_the_first_administrator_once()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, "Production");
        using var client = await server.Client();
        foreach (string page in new[] { "/", "/sign-in", "/kuuma-seutu/2009", "/api/partnerships", "/openapi/v1.json" }) Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(client, page));
        foreach (string page in new[] { "/health/live", "/health/ready", "/dist/app.css" }) Assert.Equal(HttpStatusCode.OK, await Status(client, page));
        Assert.Equal(HttpStatusCode.Gone, await Status(client, "/first/guessed"));

        string link = await Printed(server);
        using var answer = await Become(client, link);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        Assert.Equal(HttpStatusCode.OK, await Status(client, "/account"));
        foreach (string page in new[] { "/", "/sign-in", "/?lang=sv", "/openapi/v1.json" }) Assert.Equal(HttpStatusCode.OK, await Status(client, page));
        Assert.Single((await client.GetFromJsonAsync<JsonElement[]>("/api/administrators", Ct))!);
        Assert.Equal(HttpStatusCode.Gone, await Status(client, link));
        using var stranger = await server.Client();
        Assert.Equal(HttpStatusCode.Redirect, await Status(stranger, "/account"));
        Assert.Equal(HttpStatusCode.Gone, await Status(stranger, link));

        await server.Stop();
        Assert.Equal(0, server.ExitCode);
        Assert.Equal("", server.Errors);
        Assert.DoesNotContain("fail:", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_demo_and_the_pages_work()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, "Production");
        using var client = await server.Client();
        using (await Become(client, await Printed(server))) { }
        await server.Stop();

        // A restart knows its administrator: it prints no link, and the session goes on.
        await using var again = await RunningServer.Start(folder.Path, "Production");
        using var visitor = await again.Client();
        using var form = new FormUrlEncodedContent([new("member", Members.KuumaCoordinator)]);
        using var signIn = await visitor.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.NotFound, signIn.StatusCode);
        Assert.False(signIn.Headers.Contains("Set-Cookie"));
        Assert.Empty((await visitor.GetFromJsonAsync<JsonElement[]>("/api/partnerships", Ct))!);
        Assert.Equal(HttpStatusCode.NotFound, await Status(visitor, "/kuuma-seutu/2009"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(visitor, "/dev/mail"));
        Assert.Equal(HttpStatusCode.OK, await Status(visitor, "/sign-in"));
        Assert.DoesNotContain("/first/", again.Output, StringComparison.Ordinal);
    }

    /// <summary>The link's path, once it stands on the console: the server says that it is ready a moment before.</summary>
    private static async Task<string> Printed(RunningServer server)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Regex.Match(server.Output, @"(?<link>/first/\S+)\s*\n", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)) is { Success: true } found) return found.Groups["link"].Value;
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task<HttpResponseMessage> Become(HttpClient client, string link)
    {
        string page = await client.GetStringAsync(new Uri(link, UriKind.Relative), Ct);
        string token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "Yllä Pitäjä"), new("email", "yllapito@esimerkki.example")]);
        return await client.PostAsync(new Uri(link, UriKind.Relative), form, Ct);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Ct);
        return answer.StatusCode;
    }
}
