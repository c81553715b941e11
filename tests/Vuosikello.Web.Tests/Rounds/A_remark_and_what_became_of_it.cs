using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Tests.Agreements;
using Vuosikello.Web.Tests.Printing;

namespace Vuosikello.Web.Tests.Rounds;

/// <summary>From a remark by its answer to the change of the clause, and back, for ever: on rules and on an agreement in one round.</summary>
public sealed class A_remark_and_what_became_of_it : IDisposable
{
    private const string OnRules = "Avaimen saa hakea myös iltaisin.", OnAgreement = "Siivous kuuluu vuokraan.";
    private const string NewRule = "Avain haetaan arkisin kello 9–20.", NewClause = "Tilat ovat maksuttomia, ja kunta siivoaa ne.";

    private static readonly PartnerId Tuusula = new("tuusula");

    private readonly Site _site = new();
    private readonly Instant _closes = Site.Today + Duration.FromDays(10);

    [Fact]
    public async Task It_stays_visible_on_the_answers_the_summary_the_printed_summary_and_the_clause_also_when_the_agreement_was_offered_and_signed()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        var (rule, clause) = Remarked(round);
        await Answer(coordinator, round, rule, "Accepted", "");
        await Answer(coordinator, round, clause, "AcceptedInPart", "Vain viikkosiivous.");

        await Change(coordinator, round, rule, NewRule);
        await Change(coordinator, round, clause, NewClause);

        await EveryPageTells(coordinator, scene, round, rule, clause);
        Assert.Contains(NewClause, (await coordinator.Get(scene.Address)).Text, StringComparison.Ordinal);

        await scene.Offer();
        await EveryPageTells(coordinator, scene, round, rule, clause);
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) Assert.Equal(HttpStatusCode.SeeOther, (await scene.Sign(signatory)).Status);
        await EveryPageTells(await RoundVisitor.In(_site, RoundVisitor.EditorOfKerava), scene, round, rule, clause, answers: false);
    }

    [Fact]
    public async Task The_printed_summary_has_who_stated_the_stands_and_each_remark_with_its_answer_and_its_change()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        var (_, clause) = Remarked(round);
        await Answer(coordinator, round, clause, "AcceptedInPart", "Vain viikkosiivous.");
        await Change(coordinator, round, clause, NewClause);

        byte[] pdf = await (await ApiVisitor.SignIn(_site)).Bytes($"{round}/summary.pdf");
        await ReadPdf.IsSound(pdf);
        string text = await ReadPdf.Running(pdf);

        foreach (string said in (string[])
            ["Lausuivat Tuusulan kunta", "Eivät lausuneet Keravan kaupunki", "Tilat ovat maksuttomia.", OnRules, $"Tuusulan kunta (ei puolla): {OnAgreement}",
             "Vastine: Hyväksytty osittain. Vain viikkosiivous.", "Johti muutokseen"])
            Assert.Contains(said, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("1 Kustannukset 0 0 1 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_with_an_unanswered_remark_is_laid_before_the_parties_only_when_the_coordinator_says_all_the_same()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        string before = (await coordinator.Get(scene.Address)).Text;
        Assert.Contains("Lausuntokierroksella ”Säännöt ja sopimus” on yksi huomautus, johon ei ole vastattu.", before, StringComparison.Ordinal);
        Assert.Contains($"href=\"{round}/answers\"", before, StringComparison.Ordinal);
        Assert.Contains($"href=\"{round}\"", before, StringComparison.Ordinal);

        var refused = await scene.Press("offer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("href=\"#field-anyway\">Lausuntokierroksella on huomautuksia, joihin ei ole vastattu (1).", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post(scene.Address, $"{scene.Address}/offer", [("anyway", "yes")])).Status);
    }

    [Fact]
    public async Task An_agreement_whose_remarks_are_all_answered_is_laid_before_the_parties_without_a_question()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        await Answer(coordinator, round, Remarked(round).Clause, "NotAccepted", "Siivous maksetaan erikseen.");
        Assert.DoesNotContain("name=\"anyway\"", (await coordinator.Get(scene.Address)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.Press("offer")).Status);
    }

    [Fact]
    public async Task A_version_of_the_rules_tells_of_it_only_when_it_was_adopted_after_the_change()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        var rule = Remarked(round).Rule;
        await Answer(coordinator, round, rule, "Accepted", "");
        await Change(coordinator, round, rule, NewRule);
        string remark = $"href=\"{round}/summary#r-tuusula-{rule}\"";
        Assert.Contains(remark, (await coordinator.Get("/kuuma-seutu/rules/draft")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(remark, (await coordinator.Get("/kuuma-seutu/rules")).Html, StringComparison.Ordinal);

        var adopter = await _site.Visit(Site.CoordinatorOfKuuma);
        var form = await adopter.Form("/kuuma-seutu/rules/adopt", "name=\"hash\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await adopter.Post("/kuuma-seutu/rules/adopt", form)).Status);

        Assert.Contains(remark, (await coordinator.Get("/kuuma-seutu/rules")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(remark, (await coordinator.Get("/kuuma-seutu/rules/versions/2010")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(remark, (await (await _site.Visit()).Get("/kuuma-seutu/rules")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_turns_a_remark_into_a_change()
    {
        var scene = await new AgreementScene(_site).Draft();
        var (coordinator, tuusula) = (await RoundVisitor.In(_site, Site.CoordinatorOfKuuma), await RoundVisitor.In(_site, Site.EditorOfTuusula));
        string round = await Closed(scene, coordinator, tuusula);
        string change = ChangeOf(round, Remarked(round).Clause);

        Assert.Equal(HttpStatusCode.Forbidden, (await tuusula.Get(change)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tuusula.Post(round, change, [("text.fi", NewClause), ("version", "0")])).Status);
        Assert.DoesNotContain(NewClause, (await coordinator.Get(scene.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"{round}/change?partner=kerava&clause={Remarked(round).Clause}")).Status);
    }

    private async Task<string> Closed(AgreementScene scene, RoundVisitor coordinator, RoundVisitor tuusula)
    {
        string slug = scene.Address.Split('/')[^1];
        string round = await coordinator.Plan("Säännöt ja sopimus", [("rules", "yes"), ("agreements", slug)], Site.Today - Duration.FromMinutes(1), _closes);
        await _site.UntilRound(round, state => state.Phase == RoundPhase.Open);
        string[] clauses = await tuusula.Clauses(round);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[0], "InFavourWithChanges", OnRules)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Save(clauses[^1], "Against", OnAgreement)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Post($"{round}/statement")).Status);

        // anything that happens to the round makes the server look at it
        _site.Clock.Now = _closes;
        await tuusula.Save(clauses[1], "NothingToState", "");
        await _site.UntilRound(round, state => state.Phase == RoundPhase.Closed);
        var (agreements, rules) = (_site.Services.GetRequiredService<IAgreementViews>(), _site.Services.GetRequiredService<IRulesViews>());
        await _site.Until(() => agreements.Find(new AgreementId(Kuuma, slug))!.State.Round is null && rules.Find(Kuuma)!.State.Round is null);
        return round;
    }

    private (ClauseId Rule, ClauseId Clause) Remarked(string round)
    {
        var state = _site.Services.GetRequiredService<IRoundViews>().Find(IdOf(round))!.State;
        return (state.Documents[0].Clauses[0].Id, state.Documents[^1].Clauses[^1].Id);
    }

    private static async Task Answer(RoundVisitor coordinator, string round, ClauseId clause, string kind, string reason) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{round}/answers",
            ("partner", "tuusula"), ("clause", clause.ToString()), ("kind", kind), ("reason", reason), ("lang", "fi"))).Status);

    /// <summary>Goes by the answers' link to the form of the change.</summary>
    private static async Task Change(RoundVisitor coordinator, string round, ClauseId clause, string text)
    {
        Assert.Contains($"href=\"{ChangeOf(round, clause)}\"", (await coordinator.Get($"{round}/answers")).Text, StringComparison.Ordinal);
        var changed = await coordinator.Post(ChangeOf(round, clause), ("text.fi", text));
        Assert.True(changed.Status == HttpStatusCode.SeeOther, changed.Text);
        Assert.Contains($"{round}/answers", changed.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"#r-tuusula-{clause}", changed.Location.ToString(), StringComparison.Ordinal);
    }

    private async Task EveryPageTells(RoundVisitor person, AgreementScene scene, string round, ClauseId rule, ClauseId clause, bool answers = true)
    {
        foreach (string page in (string[])[.. answers ? [$"{round}/answers"] : Array.Empty<string>(), $"{round}/summary"])
        {
            string html = (await person.Get(page)).Text;
            foreach (var (id, answer, document) in new[] { (rule, "Hyväksytty.", "/kuuma-seutu/rules"), (clause, "Vain viikkosiivous.", scene.Address) })
            {
                string remark = html[html.IndexOf($"<li id=\"r-tuusula-{id}\"", StringComparison.Ordinal)..];
                Assert.Contains(answer, remark, StringComparison.Ordinal);
                Assert.Matches($"Johti muutokseen[^<]*<a class=\"ds-link\" href=\"{document}(#[^\"]*)?\"", remark);
            }
        }
        Assert.Contains($"href=\"{round}/summary#r-tuusula-{clause}\"", (await person.Get(scene.Address)).Html, StringComparison.Ordinal);
        var changes = _site.Services.GetRequiredService<IRemarkChanges>();
        Assert.Equal(rule, Assert.Single(changes.Of(new RemarkReference(IdOf(round), Tuusula, rule))).Clause);
        Assert.Equal(new RemarkReference(IdOf(round), Tuusula, rule), Assert.Single(changes.Of(Streams.OfRules(Kuuma), rule), c => c.Remark.Round == IdOf(round)).Remark);
    }

    private static PartnershipId Kuuma => new("kuuma-seutu");

    private static RoundId IdOf(string round) => new(Kuuma, round.Split('/')[^1]);

    private static string ChangeOf(string round, ClauseId clause) => $"{round}/change?partner=tuusula&clause={clause}";

    public void Dispose() => _site.Dispose();
}
