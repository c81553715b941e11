using System.Net;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections;
using Vuosikello.Projections.Agreements;
using Vuosikello.Web.Tests.Rounds;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>From a draft to the page on which it is signed: what the pages say of it on the way.</summary>
public sealed class Before_the_parties(Site site) : IClassFixture<Site>
{
    private static string[] Steps(string html)
    {
        int start = html.IndexOf("class=\"agreement-steps\"", StringComparison.Ordinal);
        string list = html[start..html.IndexOf("</ol>", start, StringComparison.Ordinal)];
        return [.. Regex.Matches(list, "<li class=\"step-(?<state>[a-z-]+)\".*?<span>(?<name>[^<]+)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(m => $"{m.Groups["name"].Value.Trim()} {m.Groups["state"].Value}")];
    }

    [Fact]
    public async Task A_round_that_never_was_is_no_step_and_one_that_may_be_is()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var scene = await new AgreementScene(site).Draft();
        Assert.Equal(["Luonnos now", "Lausuntokierros to-come", "Hyväksyminen to-come", "Allekirjoittaminen to-come", "Voimassa to-come"], Steps((await coordinator.Get(scene.Address)).Text));

        await scene.Offer();

        Assert.Equal(["Luonnos done", "Hyväksyminen now", "Allekirjoittaminen to-come", "Voimassa to-come"], Steps((await coordinator.Get(scene.Address)).Text));
    }

    [Fact]
    public async Task A_round_is_a_step_that_was_taken_when_it_opened_and_not_when_its_opening_failed()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var scene = await new AgreementScene(site).Draft();
        var agreement = new AgreementId(new("kuuma-seutu"), scene.Address.Split('/')[^1]);
        var never = new RoundId(agreement.Partnership, "ei-avautunut");
        await Done(new PutAgreementInRound(agreement, never));
        await Done(new TakeAgreementOutOfRound(agreement, never));
        Assert.Equal(["Luonnos now", "Lausuntokierros to-come", "Hyväksyminen to-come", "Allekirjoittaminen to-come", "Voimassa to-come"], Steps((await coordinator.Get(scene.Address)).Text));

        var rounds = new RoundVisitor(coordinator);
        string round = await rounds.Plan("Avautuu", [("agreements", agreement.Slug!)], Site.Today + Duration.FromDays(1), Site.Today + Duration.FromDays(20));
        Assert.Equal(HttpStatusCode.SeeOther, (await rounds.Post(round, ("do", "open"))).Status);
        string[] open = Steps((await coordinator.Get(scene.Address)).Text);
        await Done(new CancelRound(new(agreement.Partnership, round.Split('/')[^1]), new("Peruttu")));
        await site.Until(() => site.Services.GetRequiredService<IAgreementViews>().Find(agreement) is { State.Round: null });

        Assert.Equal(["Luonnos done", "Lausuntokierros now"], open[..2]);
        Assert.Equal(["Luonnos done", "Lausuntokierros done"], Steps((await coordinator.Get(scene.Address)).Text)[..2]);
    }

    [Fact]
    public async Task That_an_agreement_would_never_end_is_said_while_it_is_written_and_at_its_field()
    {
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var scene = await new AgreementScene(site).Draft();
        Assert.DoesNotContain("ei voisi koskaan päättyä", (await coordinator.Get($"{scene.Address}/edit")).Text, StringComparison.Ordinal);
        var form = Visitor.FormWith((await coordinator.Get($"{scene.Address}/edit")).Html, "data-form=\"notice\"");
        form["notice"] = [""];
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{scene.Address}/edit", form)).Status);

        string editor = (await coordinator.Get($"{scene.Address}/edit")).Text;
        var refused = await scene.Press("offer");

        Assert.Contains("ei voisi koskaan päättyä", editor, StringComparison.Ordinal);
        Assert.Contains("<div id=\"field-notice\" class=\"stack\" tabindex=\"-1\" role=\"group\" aria-label=\"Irtisanomisaika\" aria-describedby=\"problems-notice\">", editor, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"i-notice-hint\"", editor, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains($"href=\"{scene.Address}/edit#field-notice\">Anna irtisanomisaika", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_are_asked_for_from_the_draft_and_its_box_is_ticked()
    {
        var (coordinator, editor) = (await site.Visit(Site.CoordinatorOfKuuma), await site.Visit(Site.EditorOfTuusula));
        var scene = await new AgreementScene(site).Draft();
        string slug = scene.Address.Split('/')[^1], agreement = $"/kuuma-seutu/rounds/new?agreements={slug}", rules = "/kuuma-seutu/rounds/new?rules=yes";
        Assert.Contains($"href=\"{agreement}\"", (await coordinator.Get(scene.Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(agreement, (await editor.Get(scene.Address)).Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{rules}\"", (await coordinator.Get("/kuuma-seutu/rules/draft")).Text, StringComparison.Ordinal);

        var ofAgreement = await coordinator.Form(agreement);
        var ofRules = await coordinator.Form(rules);

        Assert.Equal([slug], ofAgreement["agreements"]);
        Assert.False(ofAgreement.ContainsKey("rules"));
        Assert.Equal(["yes"], ofRules["rules"]);
        Assert.Equal(["kerava", "tuusula"], ofAgreement["invited"].Order());
        Assert.StartsWith("Lausuntokierros: Sopimus", ofAgreement["title.fi"][0], StringComparison.Ordinal);
        Assert.False((await coordinator.Form("/kuuma-seutu/rounds/new")).ContainsKey("agreements"));
        Assert.False((await coordinator.Form("/kuuma-seutu/rounds/new")).ContainsKey("invited"));
        await scene.Offer();
        Assert.DoesNotContain(agreement, (await coordinator.Get(scene.Address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Lue allekirjoitettu teksti", "Voimassa 22.12.2026 alkaen", "Versio tulee voimaan 22.12.2026.")]
    [InlineData("sv", "Läs den undertecknade texten", "I kraft från 22.12.2026", "Versionen träder i kraft 22.12.2026.")]
    [InlineData("en", "Read the signed text", "In force from 22 Dec 2026", "The version comes into force on 22 Dec 2026.")]
    public async Task What_all_have_signed_is_read_and_no_more_signed_and_is_not_in_force_before_its_first_day(string language, string read, string step, string comes)
    {
        var scene = await new AgreementScene(site).Draft(from: "2026-12-22");
        await scene.Offer();
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);
        foreach (string signatory in (string[])[Site.SignatoryOfTuusula, Site.SignatoryOfKerava]) Assert.Equal(HttpStatusCode.SeeOther, (await scene.Sign(signatory)).Status);
        var person = await site.Visit(Site.SignatoryOfKerava, language);

        string page = (await person.Get(scene.Address)).Text, signed = (await person.Get($"{scene.Address}/sign")).Text;

        Assert.Contains($"data-variant=\"secondary\" href=\"{scene.Address}/sign\">{read}</a>", page, StringComparison.Ordinal);
        Assert.Equal($"{step} to-come", Steps(page)[^1]);
        Assert.DoesNotContain("step-now", page, StringComparison.Ordinal);
        Assert.Contains(comes, signed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Toimit organisaation Keravan kaupunki puolesta.")]
    [InlineData("sv", "Du företräder Kervo stad.")]
    [InlineData("en", "You act for City of Kerava.")]
    public async Task Who_signs_reads_the_agreement_first_then_every_character_of_what_is_signed(string language, string actsFor)
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var signatory = await site.Visit(Site.SignatoryOfKerava, language);

        string page = (await signatory.Get($"{scene.Address}/sign")).Text;

        int readable = page.IndexOf("class=\"agreement-document\"", StringComparison.Ordinal), details = page.IndexOf("<details", readable, StringComparison.Ordinal);
        int exact = page.IndexOf("<pre class=\"canonical\"", StringComparison.Ordinal);
        Assert.True(readable > 0 && readable < details && details < exact && exact < page.IndexOf("</details>", details, StringComparison.Ordinal));
        Assert.Contains("Tilat ovat maksuttomia.</p>", page[readable..details], StringComparison.Ordinal);
        Assert.Contains(actsFor, page, StringComparison.Ordinal);
    }

    private async Task Done<TCommand>(TCommand command) where TCommand : ICommand
    {
        await using var scope = site.Services.CreateAsyncScope();
        var stamp = new Stamp(new CommandId(Guid.NewGuid()), SystemMember.Id, null, Site.Today);
        var done = Assert.IsType<Outcome.Done>(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Send<TCommand>(command, stamp), TestContext.Current.CancellationToken));
        await site.Services.GetRequiredService<IViews>().WaitFor(done.Position, TestContext.Current.CancellationToken);
    }
}
