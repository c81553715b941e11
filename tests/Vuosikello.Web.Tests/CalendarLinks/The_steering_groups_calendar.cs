using System.Collections.Concurrent;
using Microsoft.AspNetCore.TestHost;
using Vuosikello.Calendars.TestKit.Linting;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>The steering group's calendar, which follows what its owner is.</summary>
public sealed class The_steering_groups_calendar : IAsyncDisposable
{
    private readonly Site _site = new();
    private readonly LosingMemberships _memberships = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task It_holds_what_the_group_follows_whatever_is_said_of_deadlines()
    {
        var program = Subscriber.Of(_site);
        string path = await (await LinkOwner.SignIn(_site, Site.SteeringGroup)).Make(kind: "steering-group");

        string[] titles = await program.Titles(path);

        foreach (string kind in new[] { "Sitoumus: ", "Lausuntokierros alkaa: ", "Lausuntokierros päättyy: " })
            Assert.Contains(titles, title => title.StartsWith(kind, StringComparison.Ordinal));
        Assert.Equal(titles, await program.Titles($"{path}?deadlines=no&spans=no"));
        Assert.Empty(CalendarLinter.Lint(await program.Bytes(path)));
        Assert.Contains("X-WR-CALNAME:KUUMA-seutu – ohjausryhmän kalenteri", await program.Lines(path));
    }

    [Fact]
    public async Task It_is_made_by_the_group_and_the_coordinator_and_is_the_same_for_all_of_them()
    {
        var program = Subscriber.Of(_site);
        var paths = new List<string>();
        foreach (string member in new[] { Site.SteeringGroup, "0c5a3f10-7a51-4d0b-8a61-000000000014", Site.CoordinatorOfKuuma })
            paths.Add(await (await LinkOwner.SignIn(_site, member)).Make(kind: "steering-group"));

        Assert.Equal(3, paths.Distinct().Count());
        foreach (string path in paths) Assert.Equal(await program.Bytes(paths[0]), await program.Bytes(path));
    }

    [Fact]
    public async Task Reminders_stand_before_what_has_an_hour_and_only_when_asked_for()
    {
        var program = Subscriber.Of(_site);
        string path = await (await LinkOwner.SignIn(_site, Site.SteeringGroup)).Make(kind: "steering-group");

        var (silent, reminding) = (await program.Lines(path), await program.Lines($"{path}?alarm=2h"));

        Assert.DoesNotContain("BEGIN:VALARM", silent);
        Assert.Equal(reminding.Count(line => line.StartsWith("DTSTART:", StringComparison.Ordinal)), reminding.Count(line => line == "TRIGGER:-PT2H"));
        Assert.Contains("TRIGGER:-PT2H", reminding);
    }

    [Fact]
    public async Task Who_lost_the_role_finds_it_empty_and_full_again_with_the_role()
    {
        await using var site = _site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddFake(_ => _memberships)));
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        await new Visitor(client).Post("/sign-in/demo", new() { ["member"] = [Site.SteeringGroup] });
        var (owner, program) = (new LinkOwner(new Visitor(client)), Subscriber.Of(site));
        string path = await owner.Make(kind: "steering-group");
        byte[] full = await program.Bytes(path);
        using var before = await program.Ask(path);

        _memberships.Lose(new(Guid.Parse(Site.SteeringGroup)));
        // What has just changed says no Last-Modified yet: a program then asks by when it last asked.
        var asked = before.Content.Headers.LastModified ?? NodaTime.SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        using var since = await program.Ask(path, null, ("If-Modified-Since", asked.ToString("R")));

        Assert.Equal(System.Net.HttpStatusCode.OK, since.StatusCode);
        Assert.Empty(await program.Titles(path));
        Assert.Empty(CalendarLinter.Lint(await program.Bytes(path)));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await owner.Revoke()).Status);

        _memberships.Regain();
        Assert.Equal(System.Net.HttpStatusCode.Gone, await program.Status(path));
        Assert.Equal(full, await program.Bytes(await owner.Make("Uusi", "steering-group")));
    }

    /// <summary>Everybody is in the steering group, until a test takes it away.</summary>
    private sealed class LosingMemberships : FakeMemberships
    {
        private readonly ConcurrentDictionary<MemberId, bool> _lost = new();

        public void Lose(MemberId member) => _lost[member] = true;

        public void Regain() => _lost.Clear();

        public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership) =>
            _lost.ContainsKey(member) ? [] : [new Membership(member, partnership, Role.SteeringGroupMember, null)];
    }
}
