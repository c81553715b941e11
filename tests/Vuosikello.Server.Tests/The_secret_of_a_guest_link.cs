using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>Who has the address gives the statement: so nothing that a server writes may hold it, whatever its guest does.</summary>
public sealed class The_secret_of_a_guest_link
{
    private const string Round = "/api/partnerships/kuuma-seutu/rounds/kesapiha";

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
        using var invited = await client.PostAsJsonAsync($"{Round}/invite", new { partners = new[] { "nurmijarvi" } }, TestContext.Current.CancellationToken);
        using var made = await client.PostAsJsonAsync($"{Round}/guest-links", new { partner = "nurmijarvi" }, TestContext.Current.CancellationToken);
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string path = new Uri(answer.GetProperty("address").GetString()!).AbsolutePath, secret = path.Split('/')[^1];
        Assert.Equal(43, secret.Length);

        string clause = Regex.Match(await Page(client, path), "(?<=clause=)[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
        string form = await Page(client, $"{path}?clause={clause}");
        Assert.Equal(HttpStatusCode.SeeOther, await Post(client, $"{path}?clause={clause}", form, ("stance", "InFavour"), ("text", "Sopii."), ("lang", "fi"), ("do", "list")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post(client, path, await Page(client, path)));
        await Page(client, $"{path}?lang=sv");
        foreach (string nearly in new[] { $"{path}/", $"{path}/{secret}", $"{path}x", path.Replace("/guest/", "/GUEST/", StringComparison.Ordinal) + "y" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(nearly, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await server.Stop();

        // The log was indeed talkative, and the search finds what is there.
        Assert.Contains("/kuuma-seutu/rounds/kesapiha/guest/-", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, server.Output, StringComparison.OrdinalIgnoreCase);
        string[] files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Holds(file, "guest-link-made.v1"));
        Assert.DoesNotContain(files, file => Holds(file, secret));
    }

    private static async Task<string> Page(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, string address, string page, params (string Name, string Value)[] fields)
    {
        string form = Regex.Matches(page, "<form.*?</form>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(m => m.Value).First(f => f.Contains("name=\"version\"", StringComparison.Ordinal));
        var values = new[] { "__RequestVerificationToken", "version", "command" }.Select(name => (name, Value(form, name)));
        using var content = new FormUrlEncodedContent(values.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static string Value(string form, string name) =>
        WebUtility.HtmlDecode(Regex.Match(form, $"(?<=name=\"{name}\"[^>]*value=\")[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(5)).Value);

    /// <summary>Whether a file holds a text in UTF-8 or UTF-16.</summary>
    private static bool Holds(string file, string text)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        return bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }
}
