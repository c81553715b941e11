using System.Net;
using System.Text.Json;

namespace Vuosikello.Web.Tests.SignIn.Providers;

/// <summary>Roles by a claim, and what people here do with them.</summary>
public sealed class Roles_that_a_provider_gave
{
    private const string Members = "/kuuma-seutu/members", Api = "/api/partnerships/kuuma-seutu/members";

    private static async Task<(ProviderScene Scene, Visitor Visitor)> SignedIn(object groups)
    {
        var scene = await ProviderScene.Start(
            ("TrustsEmail", "true"), ("Roles:0:Claim", "groups"), ("Roles:0:Value", "editors"), ("Roles:0:Partnership", "kuuma-seutu"), ("Roles:0:Role", "editor"), ("Roles:0:Partner", "tuusula"),
            ("Roles:1:Claim", "groups"), ("Roles:1:Value", "steering"), ("Roles:1:Partnership", "kuuma-seutu"), ("Roles:1:Role", "steering-group-member"),
            ("Roles:2:Claim", "groups"), ("Roles:2:Value", "chairs"), ("Roles:2:Partnership", "kuuma-seutu"), ("Roles:2:Role", "chair"));
        scene.Provider.Claims["groups"] = groups;
        var visitor = await scene.Site.Visit();
        Assert.Equal(HttpStatusCode.SeeOther, (await scene.SignIn(visitor)).Status);
        return (scene, visitor);
    }

    private static async Task<string> IdOf(Visitor visitor) => JsonSerializer.Deserialize<JsonElement>((await visitor.Get("/api/account")).Html).GetProperty("id").GetString()!;

    [Fact]
    public async Task One_that_the_coordinator_ended_does_not_come_back_until_the_claim_has_gone_and_come_again()
    {
        var (scene, visitor) = await SignedIn("editors");
        await using var all = scene;
        var coordinator = await ApiVisitor.SignIn(scene.Site);
        Assert.Equal(200, (await coordinator.Ask("POST", $"{Api}/{await IdOf(visitor)}/roles/end", new { role = "editor", partner = "tuusula" })).Status);

        for (int again = 0; again < 2; again++)
        {
            await scene.SignIn(visitor);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(Members)).Status);
        }

        scene.Provider.Claims["groups"] = null;
        await scene.SignIn(visitor);
        scene.Provider.Claims["groups"] = "editors";
        await scene.SignIn(visitor);
        Assert.Contains("muokkaaja, Tuusulan kunta", (await visitor.Get(Members)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_is_whom_the_claims_name_and_is_it_no_longer_when_they_do_not()
    {
        var (scene, visitor) = await SignedIn("steering");
        await using var all = scene;
        string id = await IdOf(visitor);
        Assert.False(await IsChair());

        scene.Provider.Claims["groups"] = new[] { "steering", "chairs" };
        await scene.SignIn(visitor);
        Assert.True(await IsChair());

        scene.Provider.Claims["groups"] = "steering";
        await scene.SignIn(visitor);
        Assert.False(await IsChair());

        async Task<bool> IsChair()
        {
            var list = await (await ApiVisitor.SignIn(scene.Site)).Get(Api);
            var held = Assert.Single(list.EnumerateArray(), m => m.GetProperty("id").GetString() == id).GetProperty("roles");
            return Assert.Single(held.EnumerateArray()).GetProperty("isChair").GetBoolean();
        }
    }

    [Fact]
    public async Task They_end_when_the_last_identity_at_the_provider_is_unlinked()
    {
        var (scene, visitor) = await SignedIn("editors");
        await using var all = scene;
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(Members)).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/providers/unlink", await visitor.Form("/account", "action=\"/account/providers/unlink\""))).Status);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(Members)).Status);
    }
}
