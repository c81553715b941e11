using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>Who has the address has the calendar: so nothing that a server writes may hold it.</summary>
public sealed class The_secret_of_a_calendar_link
{
    private const string Links = "/api/partnerships/kuuma-seutu/calendar-links";

    /// <summary>Every line that any part of the server can say.</summary>
    private static readonly Dictionary<string, string> Talkative = new()
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging__Console__FormatterName"] = "json",
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
    };

    [Fact]
    public async Task Stands_in_no_file_and_no_log_line_whatever_is_logged()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Talkative);
        using var client = await server.Client(Members.KuumaCoordinator);
        using var made = await client.PostAsJsonAsync(Links, new { name = "Puhelin", kind = "steering-group" }, TestContext.Current.CancellationToken);
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string path = new Uri(answer.GetProperty("address").GetString()!).AbsolutePath;
        string secret = path.Split('/')[^1].Split('.')[0];
        Assert.Equal(43, secret.Length);

        foreach (string address in new[] { path, $"{path}?lang=sv&alarm=1d", path.Replace(".ics", ".ICS", StringComparison.Ordinal) })
            Assert.Equal(HttpStatusCode.OK, await Status(client, address));
        foreach (string nearly in new[] { path[..^4], $"{path}/", path[..^1], $"{path}x?lang=sv", $"{path[..^4]}/.ics", $"/feeds/private//{secret}.ics", $"/feeds//private/{secret}.ics" })
            Assert.Equal(HttpStatusCode.NotFound, await Status(client, nearly));
        Assert.Equal(HttpStatusCode.OK, await Status(client, "/kuuma-seutu/calendar-links"));
        Assert.Equal(HttpStatusCode.OK, await Status(client, Links));
        using var revoked = await client.DeleteAsync($"{Links}/{answer.GetProperty("id").GetString()}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await Status(client, path));
        await server.Stop();

        // The log was indeed talkative, and the search finds what is there.
        Assert.Contains("/feeds/private/-.ics", server.Output, StringComparison.Ordinal);
        Assert.Contains("calendar-links", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, server.Output, StringComparison.OrdinalIgnoreCase);
        string[] files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Holds(file, "calendar-link-created.v1"));
        Assert.Contains(files, file => file.EndsWith(".snapshot", StringComparison.Ordinal) && new FileInfo(file).Length > 0);
        Assert.DoesNotContain(files, file => Holds(file, secret));
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Whether a file holds a text in UTF-8 or UTF-16.</summary>
    private static bool Holds(string file, string text)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        return bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }
}
