using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.Tests.Agreements;
using Vuosikello.Web.Tests.Rounds;
using Vuosikello.Web.Tests.Rules;

namespace Vuosikello.Web.Tests.Live;

/// <summary>Whoever loads a page and whoever has it open see the same, each in their circle.</summary>
public sealed partial class Pages_and_their_fragments(Site site) : IClassFixture<Site>
{
    private static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    private static readonly (string Member, string Partner)[] People =
    [
        (Site.CoordinatorOfKuuma, ""), (Site.EditorOfTuusula, "tuusula"), (RoundVisitor.EditorOfKerava, "kerava"), (Site.SignatoryOfTuusula, "tuusula"), (Site.SteeringGroup, ""), ("", ""),
    ];

    [Fact]
    public async Task Of_an_activity_are_the_same()
    {
        var coordinator = await ApiVisitor.SignIn(site);
        var id = await coordinator.Plan(2026, new { title = new { fi = "Foorumi & <b>" }, time = new { kind = "days", first = "2026-08-03", last = "2026-08-04" } });
        Assert.Equal(People.Length, await Compare($"/kuuma-seutu/2026/activities/{id}", $"activity/kuuma-seutu/2026/{id}"));
    }

    [Fact]
    public async Task Of_an_agreement_are_the_same_before_it_is_in_force_and_then()
    {
        var drafted = await new AgreementScene(site).Draft();
        string slug = drafted.Address.Split('/')[^1];
        Assert.Equal(People.Length - 1, await Compare(drafted.Address, $"agreement/kuuma-seutu/{slug}"));
        // The coordinator and the editors of the parties.
        Assert.Equal(3, await Compare($"{drafted.Address}/edit", $"agreement/kuuma-seutu/{slug}/draft"));

        var signed = await new AgreementScene(site).SignedByAll();
        Assert.Equal(People.Length, await Compare(signed.Address, $"agreement/kuuma-seutu/{signed.Address.Split('/')[^1]}"));
    }

    [Fact]
    public async Task Of_a_round_are_the_same()
    {
        var api = await ApiVisitor.SignIn(site);
        await api.Draft(2027);
        await api.Plan(2027, new { title = new { fi = "Kysely" }, time = new { kind = "months", first = "2027-02", last = "2027-03" } });
        var coordinator = await RoundVisitor.In(site, Site.CoordinatorOfKuuma);
        string round = await coordinator.Plan("Lausuntokierros", 2027, Site.Today + NodaTime.Duration.FromHours(1), Site.Today + NodaTime.Duration.FromDays(30));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await coordinator.Post(round, ("do", "open"))).Status);
        string slug = round.Split('/')[^1];
        var tuusula = await RoundVisitor.In(site, Site.EditorOfTuusula);
        await tuusula.Save((await tuusula.Clauses(round))[0], "Against", "Liian aikaisin");

        // Everybody but the public; each partner's draft is its own people's.
        Assert.Equal(People.Length - 1, await Compare(round, $"round/kuuma-seutu/{slug}"));
        Assert.Equal(2, await Compare($"{round}/statement", $"statement/kuuma-seutu/{slug}/tuusula"));
        Assert.Equal(1, await Compare($"{round}/statement", $"statement/kuuma-seutu/{slug}/kerava"));
        Assert.Equal(1, await Compare($"{round}/answers", $"answers/kuuma-seutu/{slug}"));
    }

    [Fact]
    public async Task Of_the_draft_of_working_rules_are_the_same()
    {
        var scene = new RulesScene(site);
        await scene.Propose(Site.EditorOfTuusula, await scene.AddClause("Tilat & <b>", "Tilat ovat maksuttomia."), "Tilat ovat maksuttomia yhdistyksille.");
        Assert.Equal(People.Length - 1, await Compare(RulesScene.Draft, "rules/kuuma-seutu"));
    }

    [Fact]
    public async Task Of_an_agreements_editor_one_clause_is_sent_when_one_clause_was_edited()
    {
        var scene = await new AgreementScene(site).Draft();
        var editor = await site.Visit(Site.CoordinatorOfKuuma);
        await scene.AddClause(editor, "Avaimet", "Avain noudetaan.");
        var page = site.Services.GetRequiredService<OpenPages>().Find($"agreement/kuuma-seutu/{scene.Address.Split('/')[^1]}/draft")!;
        var circle = page.CircleOf(site.Services.GetRequiredService<Circle>().Find(Principal(Site.CoordinatorOfKuuma, ""), new("kuuma-seutu")))!.Value;
        var before = await LanguageSetup.In("fi", () => page.Render("fi", circle, Now).AsTask());
        var form = Visitor.FormWith((await editor.Get($"{scene.Address}/edit")).Html, "value=\"clause-edit\"");
        form["text.fi"] = ["Tilat ovat aina maksuttomia."];
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await editor.Post($"{scene.Address}/edit", form)).Status);

        var after = await LanguageSetup.In("fi", () => page.Render("fi", circle, Now).AsTask());

        // The button that lays the draft before the parties carries what its presser has read, which is the whole.
        Assert.Equal([form["form"][0], "agreement-actions"], FragmentDiff.Between(before!, after!).Set.Select(f => f.Id));
    }

    /// <returns>How many of the people may see it.</returns>
    private async Task<int> Compare(string address, string key)
    {
        int shown = 0;
        foreach (var (member, acts) in People)
        {
            var reader = site.Services.GetRequiredService<Circle>().Find(Principal(member, acts), new("kuuma-seutu"));
            var page = site.Services.GetRequiredService<OpenPages>().Find(key)!;
            var answer = await (await site.Visit(member.Length > 0 ? member : null)).Get(address);
            bool lives = answer.Html.Contains($"data-page=\"{key}\"", StringComparison.Ordinal);
            Assert.True((page.CircleOf(reader) is not null) == lives, $"{member} at {address} ({answer.Status}): {page.CircleOf(reader)}");
            if (page.CircleOf(reader) is not { } circle) continue;

            shown++;
            var fragments = await LanguageSetup.In("fi", () => page.Render("fi", circle, Now).AsTask());
            Assert.NotEmpty(fragments!);
            string html = Plain(answer.Html);
            foreach (var fragment in fragments!)
            {
                if (fragment.Parent.Length > 0) Assert.Contains($"id=\"{fragment.Parent}\"", html, StringComparison.Ordinal);
                Assert.Contains(Plain(fragment.Html), html, StringComparison.Ordinal);
            }
        }
        return shown;
    }

    private static ClaimsPrincipal Principal(string member, string partner) => new(new ClaimsIdentity(
        [.. member.Length > 0 ? [new Claim(CurrentMember.MemberClaim, member)] : Array.Empty<Claim>(), .. partner.Length > 0 ? [new Claim(CurrentMember.ForClaim, partner)] : Array.Empty<Claim>()], "test"));

    /// <summary>Without what is each reader's own, and without white space between elements.</summary>
    private static string Plain(string html) => Gaps().Replace(Seals().Replace(html, "<seal>"), "><");

    [GeneratedRegex("<input type=\"hidden\" name=\"__RequestVerificationToken\"[^>]*>|<input type=\"hidden\" name=\"[a-z]+\"( value=\"[0-9a-f-]{36}\")? data-new-id[^>]*>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Seals();

    [GeneratedRegex(">\\s+<", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
