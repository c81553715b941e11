using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Web.Tests.SignIn.Providers;

public sealed class Signing_in_by_a_provider
{
    private const string Coordinator = "jasen-01@vuosikello.example";
    private static readonly (string, string) Trusted = ("TrustsEmail", "true");

    [Fact]
    public async Task What_is_asked_is_bound_to_this_browser_and_says_what_settings_want()
    {
        await using var scene = await ProviderScene.Start(("Prompt", "login"), ("AcrValues", "http://ftn.ficora.fi/2017/loa2 other"));
        var asked = QueryHelpers.ParseQuery((await (await scene.Site.Visit()).Get(ProviderScene.Begin)).Location!.Query);
        var again = QueryHelpers.ParseQuery((await (await scene.Site.Visit()).Get(ProviderScene.Begin)).Location!.Query);

        Assert.Equal(
            ["code", "query", FakeProvider.Client, "openid profile email", "S256", "login", "http://ftn.ficora.fi/2017/loa2 other"],
            new[] { "response_type", "response_mode", "client_id", "scope", "code_challenge_method", "prompt", "acr_values" }.Select(name => asked[name].ToString()));
        Assert.EndsWith("/sign-in/with/koe/answer", asked["redirect_uri"], StringComparison.Ordinal);
        foreach (string random in new[] { "state", "nonce", "code_challenge" })
        {
            Assert.Equal(43, asked[random].ToString().Length);
            Assert.NotEqual(asked[random], again[random]);
        }
    }

    [Fact]
    public async Task An_address_that_the_trusted_provider_verified_signs_in_to_its_account_and_later_the_identity_alone_does()
    {
        await using var scene = await ProviderScene.Start(Trusted);
        scene.Provider.Claims["email"] = "Jasen-01@VUOSIKELLO.example";
        var visitor = await scene.Site.Visit();
        Assert.Contains("/sign-in/with/koe?return=%2Fkuuma-seutu%2F2009", (await visitor.Get("/sign-in?return=/kuuma-seutu/2009")).Html, StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.SeeOther, "/kuuma-seutu/2009"), await scene.SignIn(visitor, "/kuuma-seutu/2009") is var done ? (done.Status, done.Location?.ToString()) : default);
        var account = await visitor.Get("/account");
        Assert.Contains(Coordinator, account.Text, StringComparison.Ordinal);
        Assert.Contains("Organisaation tunnuksilla", account.Text, StringComparison.Ordinal);

        scene.Provider.Claims["email"] = null;
        var later = await scene.Site.Visit();
        await scene.SignIn(later);
        Assert.Contains(Coordinator, (await later.Get("/account")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    [InlineData("true", null)]
    public async Task An_address_that_is_not_verified_or_comes_from_a_provider_that_is_not_trusted_signs_nobody_in(string trusts, bool? verified)
    {
        await using var scene = await ProviderScene.Start(("TrustsEmail", trusts));
        (scene.Provider.Claims["email"], scene.Provider.Claims["email_verified"]) = (Coordinator, verified);
        var visitor = await scene.Site.Visit();

        var answer = await scene.SignIn(visitor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("tunnustasi ei ole liitetty mihinkään tiliin", answer.Text, StringComparison.Ordinal);
        Assert.False(await ProviderScene.IsSignedIn(visitor));
    }

    [Fact]
    public async Task Whoever_is_signed_in_links_an_identity_and_signs_in_by_it_until_it_is_unlinked()
    {
        await using var scene = await ProviderScene.Start();
        var member = await scene.Site.Visit(Site.EditorOfTuusula);
        Assert.Equal("/account", (await scene.Link(member)).Location?.ToString());

        var elsewhere = await scene.Site.Visit();
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(elsewhere)).Status);
        Assert.Contains("jasen-02@vuosikello.example", (await elsewhere.Get("/account")).Text, StringComparison.Ordinal);
        var other = await scene.Site.Visit(Site.EditorOfAssociations);
        Assert.Contains("on jo liitetty toiseen tiliin", (await scene.Link(other)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await member.Post("/account/providers/unlink", await member.Form("/account", "action=\"/account/providers/unlink\""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SignIn(await scene.Site.Visit())).Status);
    }

    [Fact]
    public async Task Nobody_who_is_not_invited_gets_an_account()
    {
        await using var scene = await ProviderScene.Start(Trusted);
        Assert.Contains("ei ole liitetty mihinkään tiliin", (await scene.SignIn(await scene.Site.Visit())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_opened_an_invitation_gets_an_account_with_the_verified_address()
    {
        await using var scene = await ProviderScene.Start(Trusted);
        const string members = "/kuuma-seutu/members";
        var coordinator = await scene.Site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(members, $"action=\"{members}\"");
        form["role"] = ["reader"];
        string link = new Uri(System.Text.RegularExpressions.Regex.Match((await coordinator.Post(members, form)).Text, @"https?://[^<""\s]+/invitations/[\w-]{43}", default, TimeSpan.FromSeconds(1)).Value).AbsolutePath;
        var invited = await scene.Site.Visit();
        await invited.Get(link);

        Assert.Equal("/sign-in/invitation", (await scene.SignIn(invited, "/sign-in/invitation")).Location?.ToString());

        Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(link, Visitor.FormWith((await invited.Get(link)).Html, "method=\"post\" class=\"stack\""))).Status);
        Assert.Contains("Koe Henkilö", (await coordinator.Get(members)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_give_roles_and_end_what_they_gave()
    {
        (string, string)[] mapping =
        [
            Trusted, ("Roles:0:Claim", "groups"), ("Roles:0:Value", "vk-editors"), ("Roles:0:Partnership", "kuuma-seutu"), ("Roles:0:Role", "editor"), ("Roles:0:Partner", "tuusula"),
            ("Roles:1:Claim", "groups"), ("Roles:1:Value", "vk-readers"), ("Roles:1:Partnership", "kuuma-seutu"), ("Roles:1:Role", "reader"),
        ];
        await using var scene = await ProviderScene.Start(mapping);
        const string own = "/kuuma-seutu/members";
        scene.Provider.Claims["groups"] = new[] { "others", "vk-editors" };
        var visitor = await scene.Site.Visit();
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(visitor)).Status);
        Assert.Contains("muokkaaja, Tuusulan kunta", (await visitor.Get(own)).Text, StringComparison.Ordinal);

        scene.Provider.Claims["groups"] = new[] { "vk-readers" };
        await scene.SignIn(visitor);
        var changed = await visitor.Get(own);
        Assert.DoesNotContain("muokkaaja, Tuusulan kunta", changed.Text, StringComparison.Ordinal);
        Assert.Contains("lukija", changed.Text, StringComparison.Ordinal);

        (scene.Provider.Claims["groups"], scene.Provider.Claims["_claim_names"]) = (null, new { groups = "src1" });
        await scene.SignIn(visitor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(own)).Status);
        scene.Provider.Claims["_claim_names"] = null;
        await scene.SignIn(visitor);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(own)).Status);
    }

    [Fact]
    public async Task A_role_that_a_coordinator_gave_stays_when_the_claim_goes()
    {
        await using var scene = await ProviderScene.Start(
            Trusted, ("Roles:0:Claim", "groups"), ("Roles:0:Value", "vk-editors"), ("Roles:0:Partnership", "kuuma-seutu"), ("Roles:0:Role", "editor"), ("Roles:0:Partner", "tuusula"));
        (scene.Provider.Claims["email"], scene.Provider.Claims["groups"]) = ("jasen-02@vuosikello.example", "vk-editors");
        var editor = await scene.Site.Visit();
        await scene.SignIn(editor);
        scene.Provider.Claims["groups"] = null;

        await scene.SignIn(editor);

        Assert.Contains("muokkaaja, Tuusulan kunta", (await editor.Get("/kuuma-seutu/members")).Text, StringComparison.Ordinal);
        Assert.NotNull(await scene.Site.Services.GetRequiredService<PersonsStore>().Find(new MemberId(new Guid(Site.EditorOfTuusula)), TestContext.Current.CancellationToken));
    }
}
