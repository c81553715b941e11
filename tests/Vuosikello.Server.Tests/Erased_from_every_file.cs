using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>A person who was erased is in no file and on no page of a really started server, in whatever form programs write texts.</summary>
public sealed class Erased_from_every_file
{
    private const string Name = "Säde Tunnistettava-Ångström", Address = "jasen-20@vuosikello.example";

    private static readonly string[] Pages =
        ["/kuuma-seutu/history", "/kuuma-seutu/members", "/kuuma-seutu/2009", "/kuuma-seutu/agreements", "/kuuma-seutu/rules", "/feeds/kuuma-seutu.ics", "/api/partnerships/kuuma-seutu/members",
         "/api/partnerships/kuuma-seutu/history", "/kuuma-seutu/rules/export.json", "/administration", "/administration/audit"];

    /// <summary>Every line that any part of the server can say.</summary>
    private static readonly Dictionary<string, string> Talkative = new()
    {
        ["Logging__LogLevel__Default"] = "Debug",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Debug",
        ["Logging__Console__FormatterName"] = "json",
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Name_and_address_are_in_no_file_no_log_line_and_on_no_page()
    {
        using var folder = new TemporaryFolder();
        await using var server = await RunningServer.Start(folder.Path, settings: Talkative);
        using var person = await server.Client(Members.OmenapuuEditor);
        using var administrator = await server.Client("0c5a3f10-7a51-4d0b-8a61-000000000013");
        Traces name = new(Name), address = new(Address);

        await Post(person, "/account", "/account/details", new() { ["name"] = Name, ["language"] = "sv" });
        using var stranger = await server.Client();
        await Post(stranger, "/sign-in", "/sign-in/link", new() { ["email"] = Address });
        await Until(() => Directory.Exists(Path.Combine(folder.Path, "mail")) && address.FilesIn(Path.Combine(folder.Path, "mail")).Count > 0);
        Assert.True(name.FilesIn(folder.Path).Count > 0, "The search finds what is there.");
        Assert.Contains(Name, WebUtility.HtmlDecode(await person.GetStringAsync(new Uri("/account/data", UriKind.Relative), Ct)), StringComparison.Ordinal);

        await Post(person, "/account/erase", "/account/erase", new() { ["sure"] = "yes" });

        Assert.Empty(name.FilesIn(folder.Path));
        Assert.Empty(address.FilesIn(folder.Path));
        foreach (string page in Pages)
        {
            using var answer = await administrator.GetAsync(new Uri(page, UriKind.Relative), Ct);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.True(answer.IsSuccessStatusCode, $"{page} was answered with {answer.StatusCode}.");
            Assert.False(name.AreIn(body) || address.AreIn(body), $"{page} still tells of an erased person.");
        }
        using var verified = await administrator.GetAsync(new Uri("/api/partnerships/kuuma-seutu/rules/export", UriKind.Relative), Ct);
        string export = Path.Combine(folder.Path, "export.json");
        await File.WriteAllBytesAsync(export, await verified.Content.ReadAsByteArrayAsync(Ct), Ct);
        await server.Stop();

        Assert.Contains("The snapshot", server.Output, StringComparison.Ordinal);
        Assert.False(name.AreIn(server.Output) || address.AreIn(server.Output), "The log names an erased person.");
        Assert.Empty(name.FilesIn(folder.Path));
        Assert.Empty(address.FilesIn(folder.Path));
        Assert.Equal(0, (await RunningServer.RunVerb("verify", export)).ExitCode);
        Assert.Equal(0, (await RunningServer.RunVerb("verify", "--data-folder", folder.Path)).ExitCode);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void The_search_knows_a_text_in_many_encodings(string encoding) => Assert.True(new Traces(Name).AreIn(Encoding.GetEncoding(encoding).GetBytes($"Hei, {Name}!")));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    public void The_search_knows_a_text_in_base64_wherever_it_stands(string before) =>
        Assert.True(new Traces(Name).AreIn(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Name} ja muuta"))));

    [Fact]
    public void The_search_knows_a_text_in_quoted_printable_and_in_JSON()
    {
        Assert.True(new Traces(Name).AreIn("S=C3=A4de Tunnistettava-=C3=85ngstr=C3=B6m"));
        Assert.True(new Traces(Name).AreIn(System.Text.Json.JsonSerializer.Serialize(Name)));
        Assert.False(new Traces(Name).AreIn("Säde Toinen"));
    }

    private static async Task Post(HttpClient client, string page, string address, Dictionary<string, string> fields)
    {
        string html = await client.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
        string token = Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields]);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task Until(Func<bool> there)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!there()) await Task.Delay(50, limit.Token);
    }
}
