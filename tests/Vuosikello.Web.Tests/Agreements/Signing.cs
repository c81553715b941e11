using System.Net;
using System.Security.Cryptography;
using System.Text;
using Vuosikello.Web.Tests.Printing;

namespace Vuosikello.Web.Tests.Agreements;

/// <summary>Approving and signing, by forms alone.</summary>
public sealed class Signing(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_draft_comes_into_force_when_every_party_has_signed_the_text_that_it_saw()
    {
        var scene = await new AgreementScene(site).SignedByAll();

        string page = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get(scene.Address)).Text;

        Assert.Contains("Voimassa oleva sopimus, versio 1", page, StringComparison.Ordinal);
        Assert.Equal(2, AgreementScene.Signatures(page));
        Assert.Contains("Allekirjoittaja, Keravan kaupunki", page, StringComparison.Ordinal);
        Assert.Contains("Kunnanhallitus</span>, 22.11.2026, §\u00a0214", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_to_be_downloaded_has_the_hash_that_is_signed()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var signatory = await site.Visit(Site.SignatoryOfKerava);
        var page = await signatory.Get($"{scene.Address}/sign");
        string hash = Visitor.FormWith(page.Html, "data-form=\"sign\"")["hash"][0];

        string text = (await signatory.Get($"{scene.Address}/text?version=1")).Html;

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        Assert.Contains($">{text}</pre>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_changed_while_it_was_read_is_not_signed_and_the_page_says_why()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var signatory = await site.Visit(Site.SignatoryOfKerava);
        var stale = await scene.SigningForm(signatory, "sign");
        stale["read"] = ["yes"];
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.Press("return")).Status);
        await scene.AddClause(await site.Visit(Site.CoordinatorOfKuuma), "Uusi", "Tämä lisättiin allekirjoittajan lukiessa.");
        await scene.Offer();
        await scene.Approve(Site.SignatoryOfTuusula, Site.SignatoryOfKerava);

        var refused = await signatory.Post($"{scene.Address}/sign", stale);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Teksti on muuttunut. Mitään ei allekirjoitettu", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Tämä lisättiin allekirjoittajan lukiessa.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, AgreementScene.Signatures(refused.Html));
        var again = Visitor.FormWith(refused.Html, "data-form=\"sign\"");
        Assert.NotEqual(stale["hash"], again["hash"]);
        again["read"] = ["yes"];
        Assert.Equal(HttpStatusCode.SeeOther, (await signatory.Post($"{scene.Address}/sign", again)).Status);
    }

    [Theory]
    [InlineData(Site.CoordinatorOfKuuma, "Et toimi minkään organisaation puolesta")]
    [InlineData(Site.EditorOfTuusula, "Vain organisaation Tuusulan kunta allekirjoittaja voi allekirjoittaa")]
    public async Task Who_cannot_sign_reads_why_and_a_forged_form_signs_nothing(string member, string why)
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var forged = await scene.SigningForm(await site.Visit(Site.SignatoryOfKerava), "sign");
        forged["read"] = ["yes"];
        var person = await site.Visit(member);
        var page = await person.Get($"{scene.Address}/sign");

        Assert.Contains(why, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-form=\"sign\"", page.Html, StringComparison.Ordinal);
        forged["__RequestVerificationToken"] = (await person.Form("/kuuma-seutu/settings", "name=\"__RequestVerificationToken\""))["__RequestVerificationToken"];
        Assert.True((await person.Post($"{scene.Address}/sign", forged)).Status is HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity);
        Assert.Equal(0, AgreementScene.Signatures((await person.Get(scene.Address)).Html));
    }

    [Fact]
    public async Task Who_signs_for_somebody_else_does_not_even_read_what_lies_before_the_parties_and_a_forged_form_signs_nothing()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var forged = await scene.SigningForm(await site.Visit(Site.SignatoryOfKerava), "sign");
        forged["read"] = ["yes"];
        var person = await site.Visit(Site.SignatoryOfAssociations);
        forged["__RequestVerificationToken"] = (await person.Form("/kuuma-seutu/settings", "name=\"__RequestVerificationToken\""))["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.NotFound, (await person.Get($"{scene.Address}/sign")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Post($"{scene.Address}/sign", forged)).Status);
        Assert.Equal(0, AgreementScene.Signatures((await (await site.Visit(Site.SignatoryOfKerava)).Get(scene.Address)).Html));
    }

    [Fact]
    public async Task A_signature_needs_the_word_that_the_text_was_read()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var signatory = await site.Visit(Site.SignatoryOfKerava);

        var refused = await signatory.Post($"{scene.Address}/sign", await scene.SigningForm(signatory, "sign"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vahvista ensin, että olet lukenut tekstin.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#field-read\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_signature()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        var signatory = await site.Visit(Site.SignatoryOfKerava);
        var form = await scene.SigningForm(signatory, "sign");
        form["read"] = ["yes"];

        var answers = await Task.WhenAll(signatory.Post($"{scene.Address}/sign", form), signatory.Post($"{scene.Address}/sign", form));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Equal(1, AgreementScene.Signatures((await signatory.Get(scene.Address)).Html));
    }

    [Fact]
    public async Task A_signature_is_withdrawn_and_a_text_refused_with_a_reason_that_all_read()
    {
        var scene = await new AgreementScene(site).ApprovedByAll();
        await scene.Sign(Site.SignatoryOfKerava);
        var kerava = await site.Visit(Site.SignatoryOfKerava);
        var tuusula = await site.Visit(Site.SignatoryOfTuusula);

        Assert.Equal(HttpStatusCode.SeeOther, (await kerava.Post($"{scene.Address}/sign", await scene.SigningForm(kerava, "withdraw"))).Status);
        var refusal = await scene.SigningForm(tuusula, "refuse");
        refusal["reason.fi"] = ["Irtisanomisaika on liian lyhyt."];
        Assert.Equal(HttpStatusCode.SeeOther, (await tuusula.Post($"{scene.Address}/sign", refusal)).Status);

        string page = (await kerava.Get($"{scene.Address}/sign")).Text;
        Assert.Equal(0, AgreementScene.Signatures(page));
        Assert.Contains("Irtisanomisaika on liian lyhyt.", page, StringComparison.Ordinal);
        Assert.Contains("Tuusulan kunta on jättänyt tekstin hyväksymättä", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-form=\"sign\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_of_a_hundred_thousand_characters_is_signed_and_printed_whole()
    {
        string text = string.Join(' ', Enumerable.Range(10_000, 16_666).Select(n => FormattableString.Invariant($"{n}")));
        Assert.Equal(99_995, text.Length);
        var scene = await new AgreementScene(site).Draft(text);
        await scene.Offer();
        var signatory = await site.Visit(Site.SignatoryOfKerava);

        string page = (await signatory.Get($"{scene.Address}/sign")).Text;
        var client = site.CreateClient();
        using var form = new FormUrlEncodedContent([new("member", Site.SignatoryOfKerava)]);
        (await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken)).Dispose();
        string paper = await ReadPdf.Running(await client.GetByteArrayAsync(new Uri($"{scene.Address}/agreement.pdf?version=1", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains($"clause 1 text/fi: {text}\n", page, StringComparison.Ordinal);
        string words = string.Join(' ', paper.Split(' ').Where(w => w.Length == 5 && w.All(char.IsAsciiDigit)));
        Assert.Equal(text, words);
    }

    [Fact]
    public async Task The_paper_names_the_parties_the_bodies_the_signatories_and_the_hash()
    {
        var scene = await new AgreementScene(site).SignedByAll();
        var client = site.CreateClient();
        using var form = new FormUrlEncodedContent([new("member", Site.SignatoryOfKerava)]);
        (await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken)).Dispose();

        byte[] pdf = await client.GetByteArrayAsync(new Uri($"{scene.Address}/agreement.pdf?version=1&lang=fi", UriKind.Relative), TestContext.Current.CancellationToken);

        await ReadPdf.IsSound(pdf);
        string paper = await ReadPdf.Running(pdf);
        string text = await client.GetStringAsync(new Uri($"{scene.Address}/text?version=1", UriKind.Relative), TestContext.Current.CancellationToken);
        string[] told = ["Tuusulan kunta", "Keravan kaupunki", "1 § Kustannukset", "Tilat ovat maksuttomia.", "Kunnanhallitus, 22.11.2026, § 214", "Allekirjoittaja, Keravan kaupunki", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))];
        Assert.All(told, words => Assert.Contains(words, paper, StringComparison.Ordinal));
    }
}
