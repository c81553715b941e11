using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verb <c>copy</c>, run as people run it.</summary>
public sealed class Moving_a_log : LogsThatMove
{
    [Fact]
    public async Task The_demo_goes_to_a_cluster_and_back_and_people_see_what_they_saw()
    {
        string home = Folder("home"), back = Folder("back");
        string[] shown;
        await using (var server = await RunningServer.Start(home))
        {
            string other = Folder("other");
            await Write(other);
            await Says(69, "in use by another server", "copy", "--from", home, "--to", "esdb");
            await Says(69, "in use by another server", "copy", "--from", other, "--to", home);
            using var editor = await server.Client(Members.TuusulaEditor);
            await MarkSeen(editor);
            shown = await Shown(editor);
            await server.Stop();
        }

        string there = await Says(0, "events in", "copy", "--from", home, "--to", "esdb");
        string andBack = await Says(0, "events in", "copy", "--from", "esdb", "--to", back);

        Assert.Equal(HashIn(there), HashIn(andBack));
        Assert.Equal(await LogIn(home), await LogIn(back));
        // The views that the server left, beside the log that came back: they must be those of a rebuild from it.
        File.Copy(Path.Combine(home, "views.snapshot"), Path.Combine(back, "views.snapshot"));
        var (code, said) = await RunningServer.RunVerb("rebuild", "--verify", "--data-folder", back);
        Assert.True(code == 0, said);
        await Says(0, "it is that of the whole log as it was with", "verify", "--store", back, "--head", HashIn(there));

        await using (var server = await RunningServer.Start(home, settings: Settings))
        {
            using (var editor = await server.Client(Members.TuusulaEditor)) Assert.Equal(shown, await Shown(editor));
            using var coordinator = await server.Client(Members.KuumaCoordinator);
            Assert.Equal(HttpStatusCode.Created, (await Plans.Plan(coordinator, 2009, "Muuton jälkeen")).StatusCode);
            await server.Stop();
        }
        await Says(0, "had been there before", "copy", "--from", "esdb", "--to", home);
        Assert.Equal(await LogInCluster(), await LogIn(home));
    }

    [Theory]
    [InlineData(64, "--from and --to are the same folder", "--from", "DATA", "--to", "DATA/")]
    [InlineData(64, "the same cluster with the same prefix", "--from", "esdb", "--to", "env:EventStore__ConnectionString")]
    [InlineData(64, "cannot be told apart", "--from", "esdb", "--to", "esdb", "--to-prefix", "vk-2-")]
    [InlineData(64, "The environment variable NOWHERE is empty", "--from", "DATA", "--to", "env:NOWHERE")]
    [InlineData(64, "Option '--to' is required", "--from", "DATA")]
    [InlineData(64, "There is no event in EventStoreDB at 127.0.0.1", "--from", "esdb", "--to", "DATA/new")]
    [InlineData(64, "--to: The connection string of EventStoreDB is wrong: number 1 of its hosts is no host", "--from", "DATA", "--to", "esdb://user:Saunatonttu-7@?x")]
    [InlineData(69, "There is no event log in", "--from", "DATA/none", "--to", "esdb")]
    public async Task What_cannot_be_copied_is_told_and_nothing_is_made(int code, string text, params string[] words)
    {
        string data = Folder("data");

        await Says(code, text, ["copy", .. words.Select(word => word.Replace("DATA", data, StringComparison.Ordinal))]);

        Assert.Empty(Directory.EnumerateFileSystemEntries(data));
    }

    [Fact]
    public async Task A_password_on_the_command_line_is_warned_of_but_never_repeated()
    {
        string from = Folder("from");
        await Write(from);

        await Says(0, "env:NAME instead", "copy", "--from", from, "--to", Settings["EventStore__ConnectionString"]);
    }

    private static Task<JsonElement> Changes(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/partnerships/kuuma-seutu/changes", Ct);

    private static async Task MarkSeen(HttpClient client)
    {
        long position = (await Changes(client)).GetProperty("position").GetInt64();
        using var marked = await client.PutAsJsonAsync("/api/partnerships/kuuma-seutu/changes/seen", new { position }, Ct);
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);
    }

    /// <summary>What people are shown, without what does not change by a move but by time: the processes go on meanwhile.</summary>
    private static async Task<string[]> Shown(HttpClient client)
    {
        string[] addresses = ["/feeds/kuuma-seutu/2009.ics", "/feeds/kuuma-seutu.ics", "/kuuma-seutu/2009/wheel.svg", "/kuuma-seutu/2009", "/kuuma-seutu/rules"];
        var shown = await Task.WhenAll(addresses.Select(address => client.GetStringAsync(new Uri(address, UriKind.Relative), Ct)));
        return [.. shown.Select(text => text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? TextOf(text) : text), $"{(await Changes(client)).GetProperty("count")} changes", .. await Plans.Titles(client, 2009)];
    }

    // Attributes have positions and sealed tokens.
    private static string TextOf(string html) => Regex.Replace(html, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string HashIn(string said) => said.Split("The hash of the whole log: ")[1][..64];
}
