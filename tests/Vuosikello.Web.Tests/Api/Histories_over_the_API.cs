using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Web.Tests.Agreements;

namespace Vuosikello.Web.Tests.Api;

/// <summary>Histories, filters in every combination, and texts of 100,000 characters, over HTTP.</summary>
public sealed class Histories_over_the_API(Site site) : IClassFixture<Site>
{
    private const string Here = "/api/partnerships/kuuma-seutu";
    private const int Long = 100_000;

    [Fact]
    public async Task Every_combination_of_filters_finds_what_a_look_at_every_entry_finds()
    {
        var api = await ApiVisitor.SignIn(site);
        var all = await All(api);
        var sample = all.Last(e => e.GetProperty("kind").GetString() == "agreement-signed");
        string day = DayOf(sample).ToString("uuuu-MM-dd", null), kind = "agreement-signed";
        string partner = sample.GetProperty("stamp").GetProperty("for").GetString()!, member = sample.GetProperty("stamp").GetProperty("by").GetString()!, stream = sample.GetProperty("stream").GetString()!;
        (string Query, Func<JsonElement, bool> Fits)[] filters =
        [
            ($"from={day}", e => DayOf(e) >= DayOf(sample)),
            ($"to={day}", e => DayOf(e) <= DayOf(sample)),
            ($"kind={kind}", e => e.GetProperty("kind").GetString() == kind),
            ($"partner={partner}", e => e.GetProperty("stamp").TryGetProperty("for", out var by) && by.GetString() == partner),
            ($"member={member}", e => e.GetProperty("stamp").GetProperty("by").GetString() == member),
            ($"stream={stream}", e => e.GetProperty("stream").GetString() == stream),
        ];

        for (int chosen = 0; chosen < 1 << filters.Length; chosen++)
        {
            var used = filters.Where((_, i) => (chosen & (1 << i)) != 0).ToArray();
            string query = string.Join('&', used.Select(f => f.Query).Prepend("count=7"));
            var found = (await api.Get($"{Here}/history?{query}")).GetProperty("entries").EnumerateArray().Select(Position);
            Assert.True(found.SequenceEqual(all.Where(e => used.All(f => f.Fits(e))).Take(7).Select(Position)), query);
        }
    }

    [Theory]
    [InlineData("years/2009", "annualCycle")]
    [InlineData("rules", "workingRules")]
    public async Task Each_thing_has_its_own_history(string address, string about)
    {
        var history = await (await ApiVisitor.SignIn(site)).Get($"{Here}/{address}/history");

        Assert.All(history.GetProperty("entries").EnumerateArray(), entry => Assert.Equal(about, entry.GetProperty("about").GetString()));
        Assert.NotEmpty(history.GetProperty("subject").GetProperty("name").GetString()!);
    }

    [Fact]
    public async Task The_public_finds_no_entry_that_it_is_not_told_of()
    {
        var (member, visitor) = (await ApiVisitor.SignIn(site), await ApiVisitor.SignIn(site, null));
        var entries = (await member.Get($"{Here}/history?kind=agreement-signed")).GetProperty("entries");
        long signed = Position(entries[0]);

        Assert.Equal(signed, Position(await member.Get($"{Here}/history/{signed}")));
        Assert.Equal(404, (await visitor.Ask("GET", $"{Here}/history/{signed}")).Status);
        Assert.Equal(404, (await member.Ask("GET", $"/api/partnerships/paijat-hame/history/{signed}")).Status);
        Assert.Equal(404, (await member.Ask("GET", $"{Here}/history/{long.MaxValue}")).Status);
    }

    /// <summary>Words that two such texts share, or none at all.</summary>
    [Theory]
    [InlineData("sana", "sana")]
    [InlineData("sana", "ord")]
    public async Task Texts_of_100_000_characters_are_cut_in_lists_and_compared_whole_on_request(string word, string other)
    {
        string before = Text(word, 0), after = Text(other, 7);
        var scene = await new AgreementScene(site).Draft(before);
        string from = Uri.EscapeDataString(site.Clock.Now.ToString());
        site.Clock.Now += Duration.FromMinutes(3);
        var api = await ApiVisitor.SignIn(site);
        string one = $"{Here}/agreements/{scene.Address.Split('/')[^1]}";
        var agreement = await api.Get(one);
        string clause = agreement.GetProperty("draft").GetProperty("clauses")[0].GetProperty("id").GetString()!;
        Assert.Equal(200, (await api.Ask("PATCH", $"{one}/clauses/{clause}", new { text = new { fi = after } }, version: agreement.GetProperty("agreement").GetProperty("version").GetInt64())).Status);

        var listed = await api.Get($"{one}/history");
        var reworded = listed.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "agreement-clause-reworded");
        var whole = await api.Get(reworded.GetProperty("whole").GetString()!);
        var compared = await api.Get($"{one}/compare?from={from}&to=now");
        var row = compared.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("part").GetString() == clause);
        var wholeRow = (await api.Get($"{one}/compare?from={from}&to=now&part={clause}")).GetProperty("rows")[0];

        Assert.InRange(listed.GetRawText().Length, 1, 20_000);
        Assert.InRange(compared.GetRawText().Length, 1, 20_000);
        Assert.True(reworded.GetProperty("details")[0].GetProperty("cut").GetBoolean());
        Assert.Equal((before, after), Sides(whole.GetProperty("details").EnumerateArray().Single(d => d.TryGetProperty("redlines", out _)).GetProperty("redlines")[0]));
        Assert.True(row.GetProperty("cut").GetBoolean());
        Assert.Equal((before, after), Sides(wholeRow.GetProperty("redlines")[0]));

        var visitor = await site.Visit(Site.CoordinatorOfKuuma);
        string page = (await visitor.Get($"{scene.Address}/compare?from={from}&to=now")).Html;
        Assert.Contains("<del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>", page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Get($"{scene.Address}/history")).Status);
    }

    [Fact]
    public async Task What_changed_since_does_not_grow_with_the_texts_that_changed()
    {
        for (int i = 0; i < 4; i++) await new AgreementScene(site).Draft(Text("pitka", i));
        var associations = await site.Visit(Site.EditorOfAssociations);

        string page = (await associations.Get("/kuuma-seutu/changes")).Html, json = (await (await ApiVisitor.SignIn(site, Site.EditorOfAssociations)).Get($"{Here}/changes")).GetRawText();

        Assert.InRange(page.Length, 1, 4 * Long);
        Assert.InRange(json.Length, 1, 4 * Long);
    }

    private static string Text(string word, int shift) =>
        string.Concat(Enumerable.Range(0, Long).Select(i => FormattableString.Invariant($"{word}{(i + shift) % 97} ")))[..(Long - 1)].Trim();

    private static (string Before, string After) Sides(JsonElement redline)
    {
        var runs = redline.GetProperty("runs").EnumerateArray().Select(run => (Kind: run.GetProperty("kind").GetString(), Text: run.GetProperty("text").GetString())).ToList();
        return (string.Concat(runs.Where(r => r.Kind != "added").Select(r => r.Text)), string.Concat(runs.Where(r => r.Kind != "removed").Select(r => r.Text)));
    }

    private static async Task<List<JsonElement>> All(ApiVisitor api)
    {
        List<JsonElement> all = [];
        string? next = $"{Here}/history?count=500";
        while (next is not null)
        {
            var page = await api.Get(next);
            all.AddRange(page.GetProperty("entries").EnumerateArray());
            next = page.TryGetProperty("older", out var older) ? $"{Here}/history?count=500&before={older}" : null;
        }
        return all;
    }

    private static long Position(JsonElement entry) => entry.GetProperty("position").GetInt64();

    private static LocalDate DayOf(JsonElement entry) =>
        InstantPattern.ExtendedIso.Parse(entry.GetProperty("stamp").GetProperty("at").GetString()!).Value.InZone(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).Date;
}
