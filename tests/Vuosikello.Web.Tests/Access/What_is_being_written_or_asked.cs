using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections;
using Vuosikello.Web.Live;
using Vuosikello.Web.Tests.Agreements;
using Vuosikello.Web.Tests.Rounds;

namespace Vuosikello.Web.Tests.Access;

/// <summary>An agreement's draft between Tuusula and Kerava, a closed round on it that asked these two, and who reads a word of them anywhere.</summary>
public sealed class What_is_being_written_or_asked(What_is_being_written_or_asked.Scene scene) : IClassFixture<What_is_being_written_or_asked.Scene>
{
    private const string Draft = "salakirjoitus", Asked = "kuiskaus", Stated = "hiljaisuus";
    private const string Coordinator = Site.CoordinatorOfKuuma, Associations = Site.EditorOfAssociations, Elsewhere = "0c5a3f10-7a51-4d0b-8a61-000000000005";

    [Theory]
    [InlineData(null)]
    [InlineData(Elsewhere)]
    [InlineData(RoundVisitor.Reader)]
    [InlineData(Associations)]
    [InlineData(Site.SignatoryOfAssociations)]
    public async Task Is_read_nowhere_by_those_whom_it_does_not_concern(string? member)
    {
        var somebody = await Prowler.In(scene.Site, member);
        var addresses = scene.Addresses();

        Assert.InRange(addresses.Count, 200, 3000);
        foreach (string address in addresses)
        {
            var (status, all) = await somebody.Get(address);
            foreach (string secret in scene.Secrets)
                Assert.False(all.Replace(address, "", StringComparison.OrdinalIgnoreCase).Contains(secret, StringComparison.OrdinalIgnoreCase) && !Echoes(address, secret), $"{address} ({status}) tells {member ?? "the public"} of {secret}.");
        }
    }

    [Theory]
    [InlineData(Coordinator)]
    [InlineData(Site.EditorOfTuusula)]
    [InlineData(RoundVisitor.SignatoryOfKerava)]
    [InlineData(Site.SteeringGroup)]
    public async Task Is_read_where_it_belongs_by_those_whom_it_concerns(string member)
    {
        var somebody = await Prowler.In(scene.Site, member);

        foreach (string address in (string[])[scene.Agreement, $"/api/partnerships{scene.Agreement}", $"{scene.Agreement}/history", $"{scene.Agreement}/compare?from=2026-11-22T12:01&to=now", $"{scene.Agreement}/export.json"])
            Assert.True((await somebody.Get(address)).All.Contains(Draft, StringComparison.Ordinal), $"{address} does not tell of the draft.");
        foreach (string address in (string[])[scene.Round, "/kuuma-seutu/rounds", $"/api/partnerships{scene.Round}", "/kuuma-seutu/history"])
            Assert.True((await somebody.Get(address)).All.Contains(Asked, StringComparison.OrdinalIgnoreCase), $"{address} does not tell of the round.");
        Assert.Contains(Stated, (await somebody.Get($"{scene.Round}/summary")).All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(RoundVisitor.Reader, null)]
    [InlineData(Associations, "seudun-yhdistykset")]
    public async Task Is_in_no_fragment_of_a_live_page_for_others(string? member, string? actsFor)
    {
        var reader = scene.Site.Services.GetRequiredService<Circle>().Find(member is null ? null : new MemberId(new Guid(member)), actsFor is null ? null : new PartnerId(actsFor), new("kuuma-seutu"));

        foreach (string key in scene.LivePages) Assert.DoesNotContain(scene.Secrets, secret => Shown(key, reader).Result.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Draft, await Shown(scene.LivePages[0], scene.Site.Services.GetRequiredService<Circle>().Find(new MemberId(new Guid(Site.EditorOfTuusula)), new("tuusula"), new("kuuma-seutu"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_for_nobody_else_as_something_that_changed()
    {
        var (tuusula, associations) = (await ApiVisitor.SignIn(scene.Site, RoundVisitor.SignatoryOfKerava), await ApiVisitor.SignIn(scene.Site, Associations));
        var scenesOwn = (await tuusula.Get("/api/partnerships/kuuma-seutu/changes")).GetProperty("subjects").EnumerateArray().Select(s => s.GetProperty("stream").GetString()).ToList();
        var others = (await associations.Get("/api/partnerships/kuuma-seutu/changes")).GetProperty("subjects").EnumerateArray().Select(s => s.GetProperty("stream").GetString()).ToList();

        Assert.Contains(scenesOwn, stream => stream!.Contains(scene.Slug, StringComparison.Ordinal));
        Assert.DoesNotContain(others, stream => stream!.Contains(scene.Slug, StringComparison.Ordinal) || stream.Contains(Asked, StringComparison.Ordinal));
    }

    // An error says what it was asked for.
    private static bool Echoes(string address, string secret) => address.Contains(secret, StringComparison.OrdinalIgnoreCase);

    private async Task<string> Shown(string key, ReaderCircle reader)
    {
        if (scene.Site.Services.GetRequiredService<OpenPages>().Find(key) is not { } page || page.CircleFor(reader) is not { } circle) return "";
        var fragments = await page.Render("fi", circle, TestContext.Current.CancellationToken) ?? [];
        return string.Concat(fragments.Select(fragment => fragment.Html)) + string.Concat(page.Announce([], PagePatch.None, circle));
    }

    /// <summary>Made once for all tests.</summary>
    public sealed class Scene : IAsyncLifetime
    {
        internal Site Site { get; } = new();
        internal string Agreement { get; private set; } = "";
        internal string Slug => Agreement.Split('/')[^1];
        internal string Round { get; private set; } = "";
        internal string[] Secrets => [Draft, Asked, Stated, $"agreements/{Slug}", $"agreement-kuuma-seutu/{Slug}", $"\"{Slug}\""];
        internal string[] LivePages => [$"agreement/kuuma-seutu/{Slug}", $"agreement/kuuma-seutu/{Slug}/draft", $"round/{Round.Replace("/rounds", "", StringComparison.Ordinal).Trim('/')}",
            $"statement/{Round.Replace("/rounds", "", StringComparison.Ordinal).Trim('/')}/tuusula", $"answers/{Round.Replace("/rounds", "", StringComparison.Ordinal).Trim('/')}", "rules/kuuma-seutu", "board/kuuma-seutu/2026"];

        public async ValueTask InitializeAsync()
        {
            var agreement = await new AgreementScene(Site).Draft($"Tässä on {Draft}.");
            Agreement = agreement.Address;
            var (coordinator, tuusula) = (await RoundVisitor.In(Site, Coordinator), await RoundVisitor.In(Site, Site.EditorOfTuusula));
            Round = await coordinator.Plan($"Pieni {Asked}", [("agreements", Slug), ("rules", "yes")], Site.Today - Duration.FromMinutes(1), Site.Today + Duration.FromDays(10));
            await coordinator.Post(Round, ("do", "open"));
            foreach (string clause in await tuusula.Clauses(Round)) await tuusula.Save(clause, "Against", $"Meidän {Stated} kestää.");
            Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Post($"{Round}/statement")).Status);
            // The clock passes the closing; anything that happens to the round makes the server look at it.
            Site.Clock.Now = Site.Today + Duration.FromDays(10);
            await tuusula.Save((await tuusula.Clauses(Round))[0], "Against", $"Meidän {Stated} kestää yhä.");
            await Site.UntilRound(Round, state => state.Phase == RoundPhase.Closed);
        }

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();

        internal IReadOnlyList<string> Addresses()
        {
            long last = Site.Services.GetRequiredService<IViews>().Position.Value;
            var crawler = new Crawler(Site)
            {
                Queries = ["", "?at=2026-11-30T12:00", "?version=1", "?count=500", $"?from=2026-11-01T12:00&to=now", $"?stream=agreement-kuuma-seutu/{Slug}", $"?partner=tuusula&clause=general&q={Draft}"],
                Values =
                {
                    ["partnership"] = ["kuuma-seutu"], ["agreement"] = [Slug], ["round"] = [Round.Split('/')[^1]], ["partner"] = ["tuusula", "kerava"],
                    ["position"] = [.. Enumerable.Range(0, 25).Select(back => (last - back).ToString(System.Globalization.CultureInfo.InvariantCulture))], ["address"] = ["kuuma-seutu.ics", "kuuma-seutu/2026.ics", "kuuma-seutu/partners/tuusula.ics?deadlines=yes"],
                },
            };
            return crawler.Addresses(endpoint => !endpoint.RoutePattern.RawText!.Contains("{**path", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<Web.Access.ShownView>()?.View is not Web.Access.View.Files);
        }
    }
}
