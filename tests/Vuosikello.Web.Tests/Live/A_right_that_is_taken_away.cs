using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Live;
using Vuosikello.Web.Tests.Api;

namespace Vuosikello.Web.Tests.Live;

/// <summary>Pages that are open while their reader's role begins or ends: the next push and the next command know it.</summary>
public sealed class A_right_that_is_taken_away
{
    private static readonly MemberId Somebody = new(LiveServer.Outsider);
    private static readonly PartnerId Kerava = new("kerava");

    [Fact]
    public async Task Whoever_lost_the_last_role_gets_the_publics_page_and_nothing_of_the_members_afterwards()
    {
        await using var server = await Start();
        var id = await server.Plan("Foorumi");
        await server.Give(new GrantRole(LiveServer.Partnership, Somebody, Role.Reader, null, false));
        await using var page = await server.Watch(LiveServer.Outsider);

        await server.Give(new EndRole(LiveServer.Partnership, Somebody, Role.Reader, null));
        await server.Retitle(id, "Kumppanuusfoorumi");

        var whole = (await page.Next("patch"))[0];
        Assert.True(whole.GetProperty("full").GetBoolean());
        Assert.DoesNotContain("Muokkaa", Html(whole), StringComparison.Ordinal);
        string html = Html(whole);
        while (!html.Contains("Kumppanuusfoorumi", StringComparison.Ordinal)) html = Html((await page.Next("patch"))[0]);
        Assert.DoesNotContain("Muokkaa", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_given_a_role_sees_the_members_page_without_loading_it_again()
    {
        await using var server = await Start();
        await server.Plan("Foorumi");
        await using var page = await server.Watch(LiveServer.Outsider);

        await server.Give(new GrantRole(LiveServer.Partnership, Somebody, Role.Reader, null, false));

        var whole = (await page.Next("patch"))[0];
        Assert.True(whole.GetProperty("full").GetBoolean());
        Assert.Contains("Muokkaa", Html(whole), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_page_that_only_members_may_see_the_connection_ends()
    {
        await using var server = await Start();
        await server.Give(new GrantRole(LiveServer.Partnership, Somebody, Role.Reader, null, false));
        await using var page = await new HubClient().Connect(server.Address, LiveRegistration.Address, Somebody.ToString());
        Assert.True(await page.IsLetIn("Join", "named/testiseutu", "fi", server.Views.Position.Value));

        await server.Give(new EndRole(LiveServer.Partnership, Somebody, Role.Reader, null));

        await Assert.ThrowsAnyAsync<Exception>(() => page.Next("patch"));
        await using var back = await new HubClient().Connect(server.Address, LiveRegistration.Address, Somebody.ToString());
        Assert.False(await back.IsLetIn("Join", "named/testiseutu", "fi", server.Views.Position.Value));
    }

    [Fact]
    public async Task Whoever_edits_is_told_no_more_of_others_changes_and_the_next_command_is_refused()
    {
        await using var server = await Start();
        var id = await server.Plan("Foorumi");
        await server.Give(new GrantRole(LiveServer.Partnership, Somebody, Role.Coordinator, null, false));
        string key = $"activity/{LiveServer.Cycle.Partnership}/{LiveServer.Cycle.Year}/{id}";
        await using var form = await new HubClient().Connect(server.Address, LiveRegistration.Address, Somebody.ToString());
        Assert.True(await form.IsLetIn("Edit", key, id.ToString(), "fi"));
        string confirm = $"/api/partnerships/{LiveServer.Partnership}/activities/{id}/confirm";
        await using var reader = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        Assert.True(await reader.IsLetIn("Join", key, "fi", server.Views.Position.Value));

        await server.Give(new EndRole(LiveServer.Partnership, Somebody, Role.Coordinator, null));
        await server.Retitle(id, "Toinen");

        JsonElement here;
        do here = (await reader.Next("presence"))[0];
        while (here.GetRawText().Contains(id.ToString(), StringComparison.Ordinal));
        Assert.False(await form.IsLetIn("Edit", key, id.ToString(), "fi"));
        Assert.Equal(403, (await server.Ask("POST", confirm, "{}", LiveServer.Outsider)).Status);
    }

    [Fact]
    public async Task An_editor_whose_partner_leaves_is_a_member_no_longer()
    {
        await using var server = await Start();
        await server.Plan("Foorumi");
        await server.Give(new AdmitPartner(LiveServer.Partnership, new Partner(Kerava, PartnerKind.Municipality, new LocalText("Kerava"), [], [])));
        await server.Give(new GrantRole(LiveServer.Partnership, Somebody, Role.Editor, Kerava, false));
        await using var page = await server.Watch(LiveServer.Outsider);

        await server.Give(new DismissPartner(LiveServer.Partnership, Kerava));

        Assert.DoesNotContain("Muokkaa", Html((await page.Next("patch"))[0]), StringComparison.Ordinal);
    }

    private static string Html(JsonElement patch) => string.Concat(patch.GetProperty("set").EnumerateArray().Select(s => s.GetProperty("html").GetString()));

    private static Task<LiveServer> Start() => LiveServer.Start(services: services =>
    {
        services.AddSingleton<ILivePages>(new NamedPages(() => "vain jäsenille"));
        services.AddFake(provider => new AlsoGranted(provider));
    });

    /// <summary>What the test's members always are, and what was granted by commands.</summary>
    private sealed class AlsoGranted(IServiceProvider provider) : FakeMemberships
    {
        private readonly TestMembers _always = new();

        public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) =>
            [.. _always.Of(member, partnership), .. provider.GetServices<IMembershipViews>().First().Of(member, partnership)];
    }
}
