using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class LiveActivityTests
{
    private static string Html(JsonElement patch) => string.Concat(patch.GetProperty("set").EnumerateArray().Select(s => s.GetProperty("html").GetString()));

    private static string Key(ActivityId id) => $"activity/testiseutu/2026/{id}";

    private static async Task<HubClient> Open(LiveServer server, ActivityId id, Guid? member = null, long? position = null)
    {
        var client = await new HubClient().Connect(server.Address, LiveRegistration.Address, member?.ToString());
        Assert.True(await client.IsLetIn("Join", Key(id), "fi", position ?? server.Views.Position.Value));
        return client;
    }

    [Fact]
    public async Task A_change_of_status_brings_the_buttons_that_fit_it()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var coordinator = await Open(server, id, LiveServer.Coordinator);

        await server.Give(new ConfirmActivity(LiveServer.Partnership, id));

        string html = Html((await coordinator.Next("patch"))[0]);
        Assert.Contains("Vahvistettu", html, StringComparison.Ordinal);
        Assert.Contains($"/activities/{id}/return\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/activities/{id}/confirm\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_circle_gets_its_own_buttons_and_the_public_neither_buttons_nor_names()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var coordinator = await Open(server, id, LiveServer.Coordinator, position: 0);
        await using var reader = await Open(server, id, LiveServer.Reader, position: 0);
        await using var resident = await Open(server, id, position: 0);

        string all = Html((await coordinator.Next("patch"))[0]), some = Html((await reader.Next("patch"))[0]), least = Html((await resident.Next("patch"))[0]);

        Assert.Contains("<form", all, StringComparison.Ordinal);
        Assert.Contains("Koordinaattori", all, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", some, StringComparison.Ordinal);
        Assert.Contains("Koordinaattori", some, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", least, StringComparison.Ordinal);
        Assert.DoesNotContain("Koordinaattori", least, StringComparison.Ordinal);
        Assert.Contains("Foorumi", least, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_that_come_alive_carry_nobodys_token_and_no_command_that_two_people_would_share()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var coordinator = await Open(server, id, LiveServer.Coordinator, position: 0);

        string html = Html((await coordinator.Next("patch"))[0]);

        Assert.Contains("<input type=\"hidden\" name=\"command\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"command\" value", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"__RequestVerificationToken\" value", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_cannot_say_that_they_do()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using var reader = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Reader.ToString());
        Assert.False(await reader.IsLetIn("Edit", Key(id), id.ToString(), "fi"));

        await using var member = await Open(server, id, LiveServer.Coordinator);
        Assert.True(await reader.IsLetIn("Join", Key(id), "fi", server.Views.Position.Value));
        await reader.Call("Focus", id.ToString(), "title");

        JsonElement here;
        do here = (await member.Next("presence"))[0];
        while (here.GetProperty("count").GetInt32() < 2);
        Assert.All(here.GetProperty("people").EnumerateArray(), p => Assert.Equal(0, p.GetProperty("editing").GetArrayLength()));
    }

    [Fact]
    public async Task Who_edits_an_activity_is_seen_on_its_page_and_on_the_board_of_its_year_only()
    {
        await using var server = await LiveServer.Start();
        var (id, other) = (await server.Plan("Foorumi"), await server.Plan("Työpaja"));
        await using var editor = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        Assert.True(await editor.IsLetIn("Edit", Key(id), id.ToString(), "fi"));

        await using var page = await Open(server, id, LiveServer.Reader);
        await using var elsewhere = await Open(server, other, LiveServer.Reader);
        await using var board = await server.Watch(LiveServer.Reader);

        Assert.Contains(id.ToString(), (await page.Next("presence"))[0].GetRawText(), StringComparison.Ordinal);
        Assert.Contains(id.ToString(), (await board.Next("presence"))[0].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), (await elsewhere.Next("presence"))[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_cut_off_is_told_what_changed_meanwhile()
    {
        await using var server = await LiveServer.Start();
        var id = await server.Plan("Foorumi");
        await using (var editor = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString()))
            await editor.Call("Edit", Key(id), id.ToString(), "fi");

        var done = await server.Retitle(id, "Toinen");

        await using var back = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        await back.Call("Edit", Key(id), id.ToString(), "fi");
        Assert.Equal(done.Version, (await back.Next("changed"))[0].GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("activity/testiseutu/2026/nothing")]
    [InlineData("activity/TESTISEUTU/2026/00000000-0000-0000-0000-000000000000")]
    [InlineData("board/testiseutu/20x6")]
    [InlineData("board/testiseutu/1999")]
    [InlineData("nothing/testiseutu")]
    [InlineData("/")]
    [InlineData("")]
    public async Task What_is_no_page_cannot_be_joined(string key)
    {
        await using var server = await LiveServer.Start();
        await using var client = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        Assert.False(await client.IsLetIn("Join", key, "fi", 0));
        Assert.False(await client.IsLetIn("Edit", key, Guid.Empty.ToString(), "fi"));
    }
}
