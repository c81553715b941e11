using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Vuosikello.Cluster.Tests.Kit;
using Vuosikello.ServerKit;

namespace Vuosikello.Cluster.Tests;

/// <summary>Two servers, each with its own views, are one product to whoever uses them.</summary>
[Collection(OnTwoInstances.Name)]
public sealed partial class Several_instances_on_one_cluster(TwoInstances two)
{
    private const string Year = "/kuuma-seutu/2009";
    private const string Board = "board/kuuma-seutu/2009?month=5";

    [Fact]
    public async Task Begun_at_the_same_moment_they_import_everything_once()
    {
        var events = await TheLog.Sound(two.Instances);

        Assert.True(events.Count > 350, $"There are only {events.Count} events.");
        Assert.All(two.Instances.All, server => Assert.DoesNotContain("not imported", server.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_on_one_shows_on_the_boards_of_the_other()
    {
        using var editor = await Person.SignIn(two.A, Members.KuumaCoordinator);
        using var reader = new Person();
        var id = Guid.NewGuid();
        await editor.Plan(two.A, id, "Ensin");
        long shown = Person.PositionOf(await reader.Page(two.B, Year));
        await using var board = await reader.Watch(two.B, Board, shown);

        long edited = await editor.Retitle(two.A, id, "Sitten", version: 0);

        var patch = await Person.Patch(board, "Sitten");
        Assert.True(patch.GetProperty("position").GetInt64() >= edited);
    }

    [Fact]
    public async Task Whoever_comes_back_to_another_server_catches_up_from_where_they_were()
    {
        using var editor = await Person.SignIn(two.A, Members.KuumaCoordinator);
        using var reader = new Person();
        var id = Guid.NewGuid();
        long shown = Person.PositionOf(await reader.Page(two.A, Year));
        await (await reader.Watch(two.A, Board, shown)).DisposeAsync();
        long planned = await editor.Plan(two.A, id, "Poissa ollessa");
        await editor.Page(two.B, Year);

        await using var back = await reader.Watch(two.B, Board, shown);

        var patch = await Person.Patch(back, "Poissa ollessa");
        Assert.True(patch.GetProperty("full").GetBoolean());
        Assert.True(patch.GetProperty("position").GetInt64() >= planned);
    }

    [Fact]
    public async Task Signing_in_holds_on_all_and_so_does_signing_out()
    {
        using var person = await Person.SignIn(two.A, Members.KuumaCoordinator);
        string page = await person.Page(two.B, "/kuuma-seutu/changes");

        using var signedOut = await person.Submit(two.B, "/sign-out", page, "/sign-out");

        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        using var answer = await person.Get(two.A, "/kuuma-seutu/changes");
        Assert.Equal((HttpStatusCode.Found, "/sign-in"), (answer.StatusCode, answer.Headers.Location!.AbsolutePath));
    }

    [Fact]
    public async Task What_was_written_on_one_is_on_the_next_page_of_the_other_however_far_that_is_behind()
    {
        using var person = await Person.SignIn(two.A, Members.KuumaCoordinator);
        two.Instances.Cluster.Ways.Slow("b", TimeSpan.FromMilliseconds(400));
        try
        {
            await person.Plan(two.A, Guid.NewGuid(), "Luettavissa heti");

            Assert.Contains("Luettavissa heti", await person.Page(two.B, Year + "?month=5"), StringComparison.Ordinal);
        }
        finally
        {
            two.Instances.Cluster.Ways.Mend("b");
        }
    }

    [Fact]
    public async Task A_server_that_is_cut_off_shows_what_it_has_and_says_that_the_last_change_may_be_missing()
    {
        using var person = await Person.SignIn(two.A, Members.KuumaCoordinator);
        using var other = new Person();
        two.Instances.Cluster.Ways.Cut("b");
        try
        {
            await person.Plan(two.A, Guid.NewGuid(), "Vielä matkalla");

            string page = await person.Page(two.B, Year + "?month=5");
            Assert.DoesNotContain("Vielä matkalla", page, StringComparison.Ordinal);
            Assert.Contains("Viimeksi tallentamasi on tallessa", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Viimeksi tallentamasi", await other.Page(two.B, Year), StringComparison.Ordinal);
        }
        finally
        {
            two.Instances.Cluster.Ways.Mend("b");
        }
        // Whoever has waited in vain is not made to wait again: the page comes at once, and is whole as soon as the server has heard.
        await person.ComesToSee(two.B, Year + "?month=5", "Vielä matkalla");
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Year)]
    [InlineData("/kuuma-seutu/2010/wheel.svg")]
    [InlineData("/feeds/kuuma-seutu.ics")]
    [InlineData("/feeds/kuuma-seutu/2009.ics")]
    [InlineData("/kuuma-seutu/agreements")]
    [InlineData("/kuuma-seutu/history")]
    [InlineData("/kuuma-seutu/rules")]
    [InlineData("/api/partnerships/kuuma-seutu/years/2009")]
    public async Task At_the_same_position_both_answer_with_the_same_bytes_and_tags(string path)
    {
        using var person = await Person.SignIn(two.A, Members.KuumaCoordinator);
        var id = Guid.NewGuid();
        await person.Plan(two.A, id, $"Sama {path}");
        await person.Retitle(two.B, id, $"Sama molemmissa {path}", version: 0);
        await person.Page(two.A, Year);
        using var reader = new Person();

        var answers = await Task.WhenAll(Answer(reader, two.A, path), Answer(reader, two.B, path));

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task A_calendar_links_address_is_shown_once_though_the_form_and_its_page_come_to_different_servers()
    {
        using var person = await Person.SignIn(two.A, Members.KuumaCoordinator);
        const string links = "/kuuma-seutu/calendar-links";
        using var made = await person.Submit(two.A, links, await person.Page(two.A, links), links, ("kind", "mine"), ("name", "Puhelin"));
        string there = made.Headers.Location!.OriginalString;

        string first = await person.Page(two.B, there), second = await person.Page(two.A, there);

        Assert.Matches(SecretAddress(), first);
        Assert.DoesNotMatch(SecretAddress(), second);
    }

    private static async Task<(string ETag, string Hash, int Length)> Answer(Person reader, Uri server, string path)
    {
        using var answer = await reader.Get(server, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (answer.Headers.ETag?.ToString() ?? "", Convert.ToHexString(SHA256.HashData(bytes)), bytes.Length);
    }

    [GeneratedRegex("/feeds/private/[A-Za-z0-9_-]{43}\\.ics", RegexOptions.None, 1000)]
    private static partial Regex SecretAddress();
}
