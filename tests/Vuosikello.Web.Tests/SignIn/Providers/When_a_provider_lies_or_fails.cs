using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Vuosikello.Web.Tests.SignIn.Providers;

public sealed class When_a_provider_lies_or_fails
{
    private const string Member = "jasen-01@vuosikello.example", NotBelieved = "Palvelun Koe vastaus ei kelvannut", NotAsked = "tuli vastaus, jota tämä selain ei ollut pyytänyt";

    private static async Task<ProviderScene> Scene(params (string, string)[] settings)
    {
        var scene = await ProviderScene.Start([("TrustsEmail", "true"), .. settings]);
        scene.Provider.Claims["email"] = Member;
        return scene;
    }

    private static async Task Refused(ProviderScene scene, Visitor visitor, Answer answer, string said, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Contains("action=\"/sign-in/link\"", answer.Html, StringComparison.Ordinal);
        Assert.False(await ProviderScene.IsSignedIn(visitor));
        Assert.NotNull(scene);
    }

    public static TheoryData<string, string?> Lies => new()
    {
        { "iss", "https://somebody.else.example" }, { "iss", null }, { "aud", "another-client" }, { "nonce", "another nonce" }, { "nonce", null }, { "sub", null }, { "sub", "" },
        { "exp", null }, { "azp", "another-client" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_says_something_else_signs_nobody_in(string claim, string? value)
    {
        await using var scene = await Scene();
        scene.Provider.Claims[claim] = value;
        var visitor = await scene.Site.Visit();
        await Refused(scene, visitor, await scene.SignIn(visitor), NotBelieved);

        scene.Provider.Claims.Remove(claim);
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(visitor)).Status);
    }

    [Fact]
    public async Task Whoever_then_signs_in_another_way_comes_to_where_they_wanted_to_go()
    {
        await using var scene = await Scene();
        scene.Provider.Signs = "forged";
        var visitor = await scene.Site.Visit();

        var refused = await scene.SignIn(visitor, "/kuuma-seutu/2009");

        Assert.Equal(["/kuuma-seutu/2009"], Visitor.FormWith(refused.Html, "action=\"/sign-in/link\"")["return"]);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("forged")]
    public async Task A_token_that_its_key_did_not_sign_signs_nobody_in(string signed)
    {
        await using var scene = await Scene();
        scene.Provider.Signs = signed;
        var visitor = await scene.Site.Visit();
        await Refused(scene, visitor, await scene.SignIn(visitor), NotBelieved);
    }

    [Fact]
    public async Task A_token_for_two_without_saying_which_signs_nobody_in()
    {
        await using var scene = await Scene();
        scene.Provider.Claims["aud"] = new[] { FakeProvider.Client, "another-client" };
        var visitor = await scene.Site.Visit();
        await Refused(scene, visitor, await scene.SignIn(visitor), NotBelieved);
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-59, true)]
    public async Task A_token_is_good_until_a_minute_after_its_end(int seconds, bool good)
    {
        await using var scene = await Scene();
        scene.Provider.Claims["exp"] = (Site.Today + Duration.FromSeconds(seconds)).ToUnixTimeSeconds();
        var visitor = await scene.Site.Visit();
        await scene.SignIn(visitor);
        Assert.Equal(good, await ProviderScene.IsSignedIn(visitor));
    }

    [Fact]
    public async Task Who_was_recognised_by_weaker_means_than_was_asked_is_not_signed_in()
    {
        await using var scene = await Scene(("AcrValues", "strong"));
        scene.Provider.Claims["acr"] = "weak";
        var visitor = await scene.Site.Visit();
        await Refused(scene, visitor, await scene.SignIn(visitor), NotBelieved);
        scene.Provider.Claims["acr"] = "strong";
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(visitor)).Status);
    }

    [Fact]
    public async Task A_new_key_is_fetched_once_and_made_up_ones_make_us_ask_once_a_minute()
    {
        await using var scene = await Scene();
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(await scene.Site.Visit())).Status);
        Assert.Equal(1, scene.Provider.KeysAsked);

        scene.Provider.ChangeKey();
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(await scene.Site.Visit())).Status);
        Assert.Equal(2, scene.Provider.KeysAsked);

        scene.Provider.Signs = "forged";
        for (int i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await scene.SignIn(await scene.Site.Visit())).Status);
        Assert.Equal(2, scene.Provider.KeysAsked);
    }

    [Fact]
    public async Task An_answer_is_worth_nothing_in_another_browser_a_second_time_or_with_another_state()
    {
        await using var scene = await Scene();
        var (visitor, other) = (await scene.Site.Visit(), await scene.Site.Visit());
        string answer = await scene.Recognised(visitor);
        await Refused(scene, other, await other.Get(answer), NotAsked);
        await scene.Recognised(other);
        await Refused(scene, other, await other.Get(answer), NotAsked);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Get(answer)).Status);
        Assert.Contains(NotAsked, (await visitor.Get(answer)).Text, StringComparison.Ordinal);
        string next = await scene.Recognised(other);
        await Refused(scene, other, await other.Get(next.Replace("state=", "state=x", StringComparison.Ordinal)), NotAsked);
    }

    [Fact]
    public async Task A_code_that_was_used_or_asked_for_by_somebody_else_is_worth_nothing()
    {
        await using var scene = await Scene();
        var (one, other) = (await scene.Site.Visit(), await scene.Site.Visit());
        string stolen = QueryHelpers.ParseQuery((await scene.Recognised(one)).Split('?')[1])["code"]!;
        string path = (await scene.Recognised(other)).Split('?') is [var answer, var query]
            ? QueryHelpers.AddQueryString(answer, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = stolen, ["state"] = QueryHelpers.ParseQuery(query)["state"] })
            : "";
        await Refused(scene, other, await other.Get(path), NotBelieved);
    }

    [Fact]
    public async Task An_answer_of_another_issuer_is_worth_nothing()
    {
        await using var scene = await Scene();
        var visitor = await scene.Site.Visit();
        string answer = await scene.Recognised(visitor);
        await Refused(scene, visitor, await visitor.Get(QueryHelpers.AddQueryString(answer.Split("&iss=")[0], "iss", "https://other.example")), NotBelieved);
    }

    [Theory]
    [InlineData("access_denied", "Kirjautuminen keskeytyi palvelussa Koe", HttpStatusCode.UnprocessableEntity)]
    [InlineData("temporarily_unavailable", "Koe ei vastaa juuri nyt", HttpStatusCode.ServiceUnavailable)]
    public async Task What_the_provider_refuses_is_said(string error, string said, HttpStatusCode status)
    {
        await using var scene = await Scene();
        var visitor = await scene.Site.Visit();
        string state = QueryHelpers.ParseQuery((await scene.Recognised(visitor)).Split('?')[1])["state"]!;
        await Refused(scene, visitor, await visitor.Get($"{ProviderScene.Begin}/answer?error={error}&error_description=%3Cscript%3E&state={state}"), said, status);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_and_the_other_ways_stay()
    {
        await using var scene = await Scene();
        scene.Provider.IsDown = true;
        var visitor = await scene.Site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/sign-in")).Status);
        await Refused(scene, visitor, await visitor.Get(ProviderScene.Begin), "Koe ei vastaa juuri nyt", HttpStatusCode.ServiceUnavailable);

        scene.Provider.IsDown = false;
        scene.Provider.TokensAreDown = true;
        await Refused(scene, visitor, await scene.SignIn(visitor), "Koe ei vastaa juuri nyt", HttpStatusCode.ServiceUnavailable);
        scene.Provider.TokensAreDown = false;
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(visitor)).Status);
    }

    [Fact]
    public async Task Documents_of_another_issuer_are_not_believed()
    {
        await using var scene = await Scene();
        scene.Provider.SaysItIs = "https://somebody.else.example";
        var visitor = await scene.Site.Visit();
        await Refused(scene, visitor, await visitor.Get(ProviderScene.Begin), NotBelieved);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_afterwards()
    {
        await using var scene = await Scene();
        Assert.Equal("/", (await scene.SignIn(await scene.Site.Visit(), "//elsewhere.example/")).Location?.ToString());
    }
}
