using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Vuosikello.Accounts.SecondSteps;
using Vuosikello.Web.Tests.SignIn.Providers;

namespace Vuosikello.Web.Tests.SignIn;

/// <summary>Signing in by a provider, which is one step, and what comes after it.</summary>
public sealed class The_second_step
{
    private const string Own = "/account/second-step", Asked = "/sign-in/second-step", Members = "/kuuma-seutu/members";

    private static async Task<ProviderScene> Scene(bool coordinatorsNeedIt = false)
    {
        var scene = await ProviderScene.Start(coordinatorsNeedIt ? builder => builder.UseSetting("Accounts:SecondStepFor", "coordinators") : _ => { }, ("TrustsEmail", "true"));
        scene.Provider.Claims["email"] = "jasen-01@vuosikello.example";
        return scene;
    }

    /// <summary>Turns it on, as an app would.</summary>
    /// <returns>The app's key and the page with the recovery codes.</returns>
    private static async Task<(byte[] Key, Answer Made)> TurnOn(ProviderScene scene, Visitor visitor)
    {
        var page = await visitor.Get(Own);
        byte[] key = FromBase32(Regex.Match(page.Text, "<code class=\"app-key\">(?<key>[^<]+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["key"].Value);
        var form = Visitor.FormWith(page.Html, $"action=\"{Own}\"");
        form["code"] = ["000"];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post(Own, form)).Status);
        form["code"] = [CodeAt(key, scene.Site.Clock.Now)];
        var made = await visitor.Post(Own, form);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        scene.Site.Clock.Now += Duration.FromSeconds(30);
        return (key, made);
    }

    private static string CodeAt(byte[] key, Instant now) => Totp.CodeOf(key, Totp.StepAt(now));

    private static byte[] FromBase32(string text)
    {
        string bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    [Fact]
    public async Task Once_it_is_on_one_is_signed_in_after_both_and_a_code_opens_once()
    {
        await using var scene = await Scene();
        var (visitor, elsewhere) = (await scene.Site.Visit(), await scene.Site.Visit());
        await scene.SignIn(elsewhere);
        await scene.SignIn(visitor);
        var (key, _) = await TurnOn(scene, visitor);
        Assert.True(await ProviderScene.IsSignedIn(visitor));
        Assert.False(await ProviderScene.IsSignedIn(elsewhere));

        Assert.Equal(Asked, (await scene.SignIn(elsewhere, "/kuuma-seutu/2009")).Location?.ToString());
        Assert.False(await ProviderScene.IsSignedIn(elsewhere));
        var form = await elsewhere.Form(Asked, $"action=\"{Asked}\"");
        form["code"] = ["123"];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.Post(Asked, form)).Status);
        string code = CodeAt(key, scene.Site.Clock.Now);
        form["code"] = [code];
        Assert.Equal("/kuuma-seutu/2009", (await elsewhere.Post(Asked, form)).Location?.ToString());
        Assert.True(await ProviderScene.IsSignedIn(elsewhere));

        var third = await scene.Site.Visit();
        await scene.SignIn(third);
        var again = await third.Form(Asked, $"action=\"{Asked}\"");
        again["code"] = [code];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await third.Post(Asked, again)).Status);
        Assert.False(await ProviderScene.IsSignedIn(third));
    }

    [Fact]
    public async Task A_recovery_code_lets_in_who_has_lost_the_app_and_it_can_be_turned_off()
    {
        await using var scene = await Scene();
        var visitor = await scene.Site.Visit();
        await scene.SignIn(visitor);
        var (_, made) = await TurnOn(scene, visitor);
        string recovery = Regex.Match(made.Text, "<code>(?<code>[A-Z2-7]{4}(-[A-Z2-7]{4}){3})</code>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        await scene.SignIn(visitor);
        var form = await visitor.Form(Asked, $"action=\"{Asked}\"");
        form["code"] = [recovery];
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post(Asked, form)).Status);
        Assert.Contains("Varakoodeja on jäljellä 9.", (await visitor.Get(Own)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post($"{Own}/off", await visitor.Form(Own, $"action=\"{Own}/off\""))).Status);
        var next = await scene.Site.Visit();
        Assert.Equal("/", (await scene.SignIn(next)).Location?.ToString());
        Assert.True(await ProviderScene.IsSignedIn(next));
    }

    [Fact]
    public async Task An_administrator_takes_the_ways_in_of_somebody_who_has_lost_them_away_and_they_begin_anew_with_one_step()
    {
        const string lost = "/administration/ways-in", whose = lost + "?email=jasen-01%40vuosikello.example";
        await using var scene = await Scene();
        var person = await scene.Site.Visit();
        await scene.SignIn(person);
        await TurnOn(scene, person);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await scene.Site.Visit(Site.CoordinatorOfKuuma)).Get(whose)).Status);
        var administrator = await scene.Site.Visit(Site.Administrator, "en");
        Assert.Contains("Nobody was found", (await administrator.Get(lost + "?email=nobody%40example.org")).Text, StringComparison.Ordinal);
        var page = await administrator.Get(whose);
        Assert.Matches("Open sessions\\s*</dt>\\s*<dd>1", page.Html);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Post(lost, Visitor.FormWith(page.Html, $"action=\"{lost}\""))).Status);

        Assert.False(await ProviderScene.IsSignedIn(person));
        Assert.Equal("/", (await scene.SignIn(person)).Location?.ToString());
        Assert.True(await ProviderScene.IsSignedIn(person));
        Assert.Contains("Ways in taken away", (await administrator.Get("/administration/audit?kind=ways-in-taken-away")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_second_step_is_for_who_has_taken_the_first()
    {
        await using var scene = await Scene();
        var stranger = await scene.Site.Visit();
        Assert.Equal("/sign-in", (await stranger.Get(Asked)).Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Get(Own)).Status);
    }

    [Fact]
    public async Task Where_coordinators_need_it_one_without_is_led_to_it_and_until_then_refused_with_a_sentence()
    {
        await using var scene = await Scene(coordinatorsNeedIt: true);
        var coordinator = await scene.Site.Visit();
        Assert.Equal(Own, (await scene.SignIn(coordinator)).Location?.ToString());
        Assert.Contains("koordinaattorit ja ylläpitäjät tarvitsevat toisen vaiheen", (await coordinator.Get(Own)).Text, StringComparison.Ordinal);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        form["role"] = ["reader"];

        var refused = await coordinator.Post(Members, form);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Tähän tarvitaan kirjautumisen toinen vaihe.", refused.Text, StringComparison.Ordinal);

        await TurnOn(scene, coordinator);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Post(Members, form)).Status);

        var editor = await scene.Site.Visit(Site.EditorOfTuusula);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{Members}/end", await editor.Form(Members, $"action=\"{Members}/end\""))).Status);
    }
}
