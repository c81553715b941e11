using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class BoardHubTests
{
    private static string Html(JsonElement patch) => string.Concat(patch.GetProperty("set").EnumerateArray().Select(s => s.GetProperty("html").GetString()));

    [Fact]
    public async Task An_edit_comes_to_every_open_board()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var a = await server.Watch();
        await using var b = await server.Watch();

        await server.Retitle(id, "Kumppanuusfoorumi");

        Assert.Contains("Kumppanuusfoorumi", Html((await a.Next("patch"))[0]), StringComparison.Ordinal);
        Assert.Contains("Kumppanuusfoorumi", Html((await b.Next("patch"))[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_gets_neither_the_members_controls_nor_their_names()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var outsider = await server.Watch(LiveServer.Outsider);
        await using var member = await server.Watch(LiveServer.Coordinator);

        await server.Retitle(id, "Kumppanuusfoorumi");

        var seen = await outsider.Next("patch");
        Assert.DoesNotContain("Muokkaa", Html(seen[0]), StringComparison.Ordinal);
        Assert.Equal("Kumppanuusfoorumi päivittyi.", seen[1][0].GetString());
        var full = await member.Next("patch");
        Assert.Contains("Muokkaa", Html(full[0]), StringComparison.Ordinal);
        Assert.Equal("Kumppanuusfoorumi päivittyi. Muutoksen teki Koordinaattori.", full[1][0].GetString());
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var stays = await server.Watch();
        long position = server.Views.Position.Value;
        await server.Retitle(id, "Toinen");
        await stays.Next("patch");
        await server.Retitle(id, "Kolmas");
        await stays.Next("patch");

        await using var back = await server.Watch(position: position);

        var first = (await back.Next("patch"))[0];
        Assert.False(first.GetProperty("full").GetBoolean());
        Assert.Contains("Toinen", Html(first), StringComparison.Ordinal);
        Assert.Contains("Kolmas", Html((await back.Next("patch"))[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_away_too_long_gets_the_whole_board()
    {
        await using var server = await LiveServer.Start();
        await server.Plan("Foorumi");
        await server.Plan("Työpaja");

        await using var back = await server.Watch(position: 0);

        var patch = (await back.Next("patch"))[0];
        Assert.True(patch.GetProperty("full").GetBoolean());
        Assert.Equal(2, patch.GetProperty("set").GetArrayLength());
    }

    [Fact]
    public async Task A_board_is_rendered_once_for_all_its_readers_and_not_at_all_for_none()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        var fragments = (TestFragments)server.Services.GetRequiredService<IBoardFragments>();
        Assert.Equal(0, fragments.Rendered);
        await using var a = await server.Watch();
        await using var b = await server.Watch();
        Assert.Equal(1, fragments.Rendered);

        await server.Retitle(id, "Toinen");
        await a.Next("patch");
        await b.Next("patch");

        Assert.Equal(2, fragments.Rendered);
    }

    [Fact]
    public async Task A_board_ends_with_its_last_reader()
    {
        await using var server = await LiveServer.Start();
        var boards = server.Services.GetRequiredService<OpenPages>();
        await using var watcher = await server.Watch();
        Assert.Equal(1, boards.Count);
        await watcher.Call("Edit", $"activity/testiseutu/2026/{Guid.Empty}", Guid.Empty.ToString(), "fi");
        Assert.Equal(0, boards.Count);
    }

    [Fact]
    public async Task A_year_that_is_not_there_cannot_be_joined()
    {
        await using var server = await LiveServer.Start();
        await using var client = await new HubClient().Connect(server.Address, LiveRegistration.Address);
        Assert.False(await client.IsLetIn("Join", "board/testiseutu/1999", "fi", 0));
        Assert.Equal(0, server.Services.GetRequiredService<OpenPages>().Count);
    }

    [Fact]
    public async Task The_board_shows_members_who_edits_what_and_the_public_only_how_many()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var editor = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        Assert.True(await editor.IsLetIn("Edit", $"activity/testiseutu/2026/{id}", id.ToString(), "fi"));
        await editor.Call("Focus", id.ToString(), "title");
        await using var member = await server.Watch(LiveServer.Coordinator);
        await using var outsider = await server.Watch();

        var seen = (await member.Next("presence"))[0].GetProperty("people")[0];
        Assert.Equal("Koordinaattori", seen.GetProperty("name").GetString());
        Assert.Equal(id.Value, seen.GetProperty("editing")[0].GetProperty("item").GetGuid());
        Assert.Equal("title", seen.GetProperty("editing")[0].GetProperty("field").GetString());
        var told = (await outsider.Next("presence"))[0];
        Assert.Equal(2, told.GetProperty("count").GetInt32());
        Assert.Equal(0, told.GetProperty("people").GetArrayLength());
    }

    [Fact]
    public async Task An_open_form_hears_of_anothers_change_to_its_activity()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var editor = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        await editor.Call("Edit", $"activity/testiseutu/2026/{id}", id.ToString(), "en");
        Assert.Equal(0, (await editor.Next("changed"))[0].GetProperty("version").GetInt64());

        var done = await server.Retitle(id, "Toinen");

        var news = (await editor.Next("changed"))[0];
        Assert.Equal(done.Version, news.GetProperty("version").GetInt64());
        Assert.StartsWith("Koordinaattori has just changed", news.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_members_may_say_that_they_edit()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var client = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Outsider.ToString());
        Assert.False(await client.IsLetIn("Edit", $"activity/testiseutu/2026/{id}", id.ToString(), "fi"));
    }

    [Fact]
    public async Task Members_of_one_partnership_hear_nothing_of_anothers_activities()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var client = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());

        Assert.False(await client.IsLetIn("Edit", $"activity/toinen-seutu/2026/{id}", id.ToString(), "fi"));
        Assert.False(await client.IsLetIn("Edit", $"activity/testiseutu/2025/{id}", id.ToString(), "fi"));
    }

    [Fact]
    public async Task Two_spellings_of_one_wish_are_one_board()
    {
        await using var server = await LiveServer.Start();
        await using var a = await new HubClient().Connect(server.Address, LiveRegistration.Address);
        await using var b = await new HubClient().Connect(server.Address, LiveRegistration.Address);

        await a.Call("Join", "board/testiseutu/2026?view=table&status=held&status=confirmed", "fi", server.Views.Position.Value);
        await b.Call("Join", "board/testiseutu/2026?status=confirmed&status=held&view=table&from=newsletter", "fi", server.Views.Position.Value);

        Assert.Equal(1, server.Services.GetRequiredService<OpenPages>().Count);
    }
}
