using System.Text.Json;
using NodaTime;
using Vuosikello.Web.Tests.Agreements;

namespace Vuosikello.Web.Tests.Api;

/// <summary>The demo's year 2009: the forum of 26 February was marked as held the day after, and the rules were adopted in November.</summary>
public sealed class The_past_over_the_API(Site site) : IClassFixture<Site>
{
    private const string Here = "/api/partnerships/kuuma-seutu";

    [Fact]
    public async Task A_board_and_its_activities_are_told_as_they_were()
    {
        var api = await ApiVisitor.SignIn(site, null);

        Assert.Equal(("proposed", "held"), (Forum(await api.Get($"{Here}/years/2009?at=2009-02-26T12:00")), Forum(await api.Get($"{Here}/years/2009?at=2009-03-01T12:00"))));
        Assert.Equal(404, (await api.Ask("GET", $"{Here}/years/2009?at=2009-01-01T12:00")).Status);
        string id = (await api.Get($"{Here}/years/2009")).GetProperty("activities").EnumerateArray().First(a => Title(a) == "Kumppanuusfoorumi").GetProperty("id").GetString()!;
        Assert.Equal("proposed", (await api.Get($"{Here}/activities/{id}?at=2009-02-26T12:00")).GetProperty("status").GetString());
        Assert.Equal(404, (await api.Ask("GET", $"/api/partnerships/paijat-hame/activities/{id}?at=2009-03-01T12:00")).Status);

        static string Forum(JsonElement board) => board.GetProperty("activities").EnumerateArray().First(a => Title(a) == "Kumppanuusfoorumi").GetProperty("status").GetString()!;
    }

    [Theory]
    [InlineData("foo", "urn:vuosikello:problem:not-a-moment")]
    [InlineData("2099-01-01T00:00", "urn:vuosikello:problem:moment-in-future")]
    public async Task What_is_no_moment_of_the_past_is_a_problem(string at, string type)
    {
        foreach (string address in (string[])["", "/years/2009", "/rules", "/agreements", "/years/2009/commitments"])
        {
            var (status, body) = await (await ApiVisitor.SignIn(site)).Ask("GET", $"{Here}{address}?at={at}");
            Assert.Equal((400, type), (status, body.GetProperty("type").GetString()));
        }
    }

    [Fact]
    public async Task Rules_are_told_as_they_were_and_their_draft_to_members_alone()
    {
        var (visitor, member) = (await ApiVisitor.SignIn(site, null), await ApiVisitor.SignIn(site));

        Assert.Equal(0, (await visitor.Get($"{Here}/rules?at=2009-06-01T12:00")).GetArrayLength());
        Assert.True((await visitor.Get($"{Here}/rules")).GetArrayLength() > 0);
        Assert.Equal(404, (await visitor.Ask("GET", $"{Here}/rules?at=2009-01-01T12:00")).Status);
        Assert.Equal(401, (await visitor.Ask("GET", $"{Here}/rules/draft?at=2009-06-01T12:00")).Status);
        long then = (await member.Get($"{Here}/rules/draft?at=2009-06-01T12:00")).GetProperty("version").GetInt64(), now = (await member.Get($"{Here}/rules/draft")).GetProperty("version").GetInt64();
        Assert.True(then < now);
    }

    [Fact]
    public async Task Agreements_and_their_commitments_are_told_as_they_were()
    {
        var (visitor, member) = (await ApiVisitor.SignIn(site, null), await ApiVisitor.SignIn(site));
        var scene = await new AgreementScene(site).Draft();
        string slug = scene.Address.Split('/')[^1];
        var version = (await member.Get($"{Here}/agreements/{slug}")).GetProperty("agreement").GetProperty("version").GetInt64();
        var commitment = new
        {
            commitments = new[] { new { id = Guid.NewGuid(), by = "kerava", what = new { fi = "Julkaisee ajat" }, due = new { month = 12, day = 15 }, activities = Array.Empty<Guid>() } },
        };
        Assert.Equal(200, (await member.Ask("PATCH", $"{Here}/agreements/{slug}", commitment, version: version)).Status);
        await scene.Offer();
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
        string before = At(site.Clock.Now);
        site.Clock.Now += Duration.FromMinutes(5);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) await scene.Sign(signatory);
        string after = At(site.Clock.Now);

        Assert.Equal(404, (await visitor.Ask("GET", $"{Here}/agreements/{slug}?at={before}")).Status);
        Assert.Equal("in-force", (await visitor.Get($"{Here}/agreements/{slug}?at={after}")).GetProperty("agreement").GetProperty("standing").GetString());
        Assert.Equal("approved", (await member.Get($"{Here}/agreements/{slug}?at={before}")).GetProperty("agreement").GetProperty("stage").GetString());
        Assert.False(await IsListed(visitor, before));
        Assert.True(await IsListed(visitor, after));
        Assert.True(await IsListed(member, before));
        Assert.DoesNotContain("Julkaisee ajat", (await visitor.Get($"{Here}/years/2026/commitments?at={before}")).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Julkaisee ajat", (await visitor.Get($"{Here}/years/2026/commitments?at={after}")).GetRawText(), StringComparison.Ordinal);

        // the board of that moment shows them too, and its links stay there
        string board = (await (await site.Visit()).Get($"/kuuma-seutu/2026?at={after}")).Html;
        Assert.Contains("Julkaisee ajat", board, StringComparison.Ordinal);
        Assert.Contains($"{scene.Address}?at=", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Julkaisee ajat", (await (await site.Visit()).Get($"/kuuma-seutu/2026?at={before}")).Html, StringComparison.Ordinal);

        async Task<bool> IsListed(ApiVisitor who, string at) =>
            (await who.Get($"{Here}/agreements?at={at}")).EnumerateArray().Any(a => a.GetProperty("id").GetString() == $"kuuma-seutu/{slug}");
    }

    [Fact]
    public async Task Two_moments_of_a_board_are_laid_side_by_side()
    {
        var compared = await (await ApiVisitor.SignIn(site, null)).Get($"{Here}/years/2009/compare?from=2009-02-26T12:00&to=2009-03-01T12:00");

        Assert.Equal((1, 0, 0, 8), (Number("changed"), Number("added"), Number("removed"), Number("unchanged")));
        var changed = compared.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("kind").GetString() == "changed");
        var kinds = changed.GetProperty("redlines")[0].GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("kind").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "same", "removed", "added" }, kinds);
        Assert.All(compared.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("kind").GetString() == "unchanged"), row => Assert.Equal(0, row.GetProperty("redlines").GetArrayLength()));

        int Number(string name) => compared.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task What_cannot_be_compared_is_a_problem()
    {
        var api = await ApiVisitor.SignIn(site, null);

        Assert.Equal(400, (await api.Ask("GET", $"{Here}/years/2009/compare")).Status);
        Assert.Equal(400, (await api.Ask("GET", $"{Here}/years/2009/compare?from=foo&to=now")).Status);
        Assert.Equal(404, (await api.Ask("GET", $"{Here}/years/1999/compare?from=now")).Status);
        Assert.Equal(404, (await api.Ask("GET", $"{Here}/agreements/no-such/compare")).Status);
        Assert.Equal(404, (await api.Ask("GET", $"{Here}/years/2009/compare?from=2009-02-26T12:00&part=no-such")).Status);
        string first = (await api.Get($"{Here}/rules"))[0].GetProperty("version").GetString()!;
        Assert.Equal(200, (await api.Ask("GET", $"{Here}/rules/compare?from={first}&to=now")).Status);
    }

    [Fact]
    public async Task What_changed_since_is_told_to_each_member_until_it_says_to_have_seen_it()
    {
        var (tuusula, associations) = (await ApiVisitor.SignIn(site, Site.EditorOfTuusula), await ApiVisitor.SignIn(site, Site.EditorOfAssociations));
        await Mark(await tuusula.Get($"{Here}/changes"));
        var id = await associations.Plan(2026, new { title = new { fi = "Tuore asia" }, time = new { kind = "days", first = "2026-12-11", last = "2026-12-11" } });

        var changes = await tuusula.Get($"{Here}/changes");
        await Mark(changes);

        var subject = Assert.Single(changes.GetProperty("subjects").EnumerateArray());
        Assert.Equal(("Tuore asia", $"activity-{id}", 1), (subject.GetProperty("subject").GetProperty("name").GetString(), subject.GetProperty("stream").GetString(), subject.GetProperty("count").GetInt32()));
        Assert.Equal("activity-planned", subject.GetProperty("latest")[0].GetProperty("kind").GetString());
        var seen = await tuusula.Get($"{Here}/changes");
        Assert.Equal((0, "2026-11-22"), (seen.GetProperty("count").GetInt32(), seen.GetProperty("lookedAt").GetString()![..10]));
        Assert.Equal(401, (await (await ApiVisitor.SignIn(site, null)).Ask("GET", $"{Here}/changes")).Status);
        Assert.Equal(401, (await (await ApiVisitor.SignIn(site, null)).Ask("PUT", $"{Here}/changes/seen", new { position = 1 })).Status);
        Assert.Equal(404, (await tuusula.Ask("GET", "/api/partnerships/no-such/changes")).Status);

        async Task Mark(JsonElement shown) =>
            Assert.Equal(200, (await tuusula.Ask("PUT", $"{Here}/changes/seen", new { position = shown.GetProperty("position").GetInt64() })).Status);
    }

    [Fact]
    public async Task The_same_key_of_two_members_is_two_commands()
    {
        var (tuusula, associations) = (await ApiVisitor.SignIn(site, Site.EditorOfTuusula), await ApiVisitor.SignIn(site, Site.EditorOfAssociations));
        string key = Guid.NewGuid().ToString();
        var plan = new { title = new { fi = "Kaksi samalla avaimella" }, time = new { kind = "days", first = "2026-12-12", last = "2026-12-12" } };
        List<bool> repeated = [];

        foreach (var member in (ApiVisitor[])[tuusula, associations, tuusula])
        {
            var (status, body) = await member.Ask("POST", $"{Here}/years/2026/activities", plan, key);
            Assert.Equal(201, status);
            repeated.Add(body.GetProperty("repeated").GetBoolean());
        }

        Assert.Equal([false, false, true], repeated);

        var found = (await tuusula.Get($"{Here}/years/2026?q=samalla")).GetProperty("activities").EnumerateArray().ToList();
        Assert.Equal(["seudun-yhdistykset", "tuusula"], found.Select(a => a.GetProperty("planned").GetProperty("for").GetString()).Order());
    }

    [Fact]
    public async Task A_first_draft_of_rules_can_begin_with_the_template()
    {
        var clauses = await (await ApiVisitor.SignIn(site, null)).Get($"{Here}/rules/template");

        Assert.True(clauses.GetArrayLength() > 4);
        Assert.All(clauses.EnumerateArray(), clause => Assert.Equal(3, clause.GetProperty("text").EnumerateObject().Count()));
    }

    [Fact]
    public async Task What_followed_from_remarks_is_told_with_the_rounds_summary()
    {
        var member = await ApiVisitor.SignIn(site);
        var closed = (await member.Get($"{Here}/rounds")).EnumerateArray().First(round => round.GetProperty("phase").GetString() == "closed").GetProperty("id").GetString()!;

        var summary = await member.Get($"{Here}/rounds/{closed.Split('/')[^1]}/summary");

        var change = summary.GetProperty("changes").EnumerateArray().First();
        string document = change.GetProperty("document").GetString()!;
        var entries = (await member.Get($"{Here}/history?stream={Uri.EscapeDataString(document)}&count=500")).GetProperty("entries");
        Assert.Contains(change.GetProperty("version").GetInt64(), entries.EnumerateArray().Select(entry => entry.GetProperty("version").GetInt64()));
    }

    private static string At(Instant moment) => Uri.EscapeDataString(moment.ToString());

    private static string? Title(JsonElement activity) => activity.GetProperty("title").GetProperty("fi").GetString();
}
