using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Mail;
using Vuosikello.Accounts.Persons;
using Vuosikello.Web.Tests.SignIn.Providers;

namespace Vuosikello.Web.Tests.SignIn;

/// <summary>Whoever got at somebody's mailbox has one step: with it no other way into the account is made, and its person learns of every change.</summary>
public sealed class Changing_the_ways_in
{
    private const string Coordinator = "jasen-01@vuosikello.example", SecondStep = "/account/second-step";

    private static async Task<(ProviderScene Scene, Visitor Visitor)> SignedIn(Action<Microsoft.AspNetCore.Hosting.IWebHostBuilder>? also = null)
    {
        var scene = await ProviderScene.Start(also ?? (_ => { }), ("TrustsEmail", "true"));
        scene.Provider.Claims["email"] = Coordinator;
        var visitor = await scene.Site.Visit();
        await scene.SignIn(visitor);
        return (scene, visitor);
    }

    private static async Task GivePasskey(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var persons = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await persons.FindByIdAsync(Site.CoordinatorOfKuuma);
        byte[] some = [1, 2, 3];
        Assert.True((await persons.AddOrUpdatePasskeyAsync(person!, new(some, some, DateTimeOffset.UnixEpoch, 0, [], true, false, false, some, some) { Name = "Puhelin" })).Succeeded);
    }

    private static async Task<List<Letter>> Notices(Site site)
    {
        var ct = TestContext.Current.CancellationToken;
        while (await Waiting())
        {
            await site.Services.GetRequiredService<OutboxRun>().SendDue(ct);
            await Task.Delay(20, ct);
        }
        return [.. site.Services.GetRequiredService<FolderTransport>().All().Where(mail => mail.To == Coordinator && mail.Letter.Subject.Contains("kirjautumistav", StringComparison.Ordinal)).Select(mail => mail.Letter)];

        async Task<bool> Waiting()
        {
            await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(ct);
            return await db.Mails.AnyAsync(ct);
        }
    }

    [Theory]
    [InlineData("/account/passkeys/options")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/passkeys/remove")]
    [InlineData(SecondStep)]
    [InlineData(SecondStep + "/off")]
    [InlineData("/account/providers/link")]
    [InlineData("/account/providers/unlink")]
    [InlineData("/account/tokens")]
    public async Task Who_has_a_passkey_and_came_in_by_one_step_changes_none(string address)
    {
        var (scene, visitor) = await SignedIn();
        await using var all = scene;
        var token = (await visitor.Form("/account", "action=\"/account/details\""))["__RequestVerificationToken"];
        Assert.NotEqual(HttpStatusCode.Forbidden, (await visitor.Get(SecondStep)).Status);
        await GivePasskey(scene.Site);

        var answer = await visitor.Post(address, new(StringComparer.Ordinal) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Kirjaudu ensin pääsyavaimella", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(SecondStep)).Status);
    }

    [Fact]
    public async Task Each_change_is_told_by_mail_and_taken_down()
    {
        var (scene, visitor) = await SignedIn();
        await using var all = scene;
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post("/account/providers/unlink", await visitor.Form("/account", "action=\"/account/providers/unlink\""))).Status);

        var notices = await Notices(scene.Site);
        Assert.Equal(2, notices.Count);
        Assert.Contains(notices, letter => letter.Text.Contains("Tiliisi on yhdistetty", StringComparison.Ordinal));
        Assert.All(notices, letter => Assert.Contains("/account", letter.Text, StringComparison.Ordinal));
        var administrator = await ApiVisitor.SignIn(scene.Site, Site.Administrator);
        foreach (string kind in new[] { "provider-linked", "provider-unlinked" })
            Assert.Equal(Site.CoordinatorOfKuuma, Assert.Single((await administrator.Get($"/api/audit?kind={kind}")).GetProperty("entries").EnumerateArray()).GetProperty("by").GetString());
    }

    [Fact]
    public async Task An_account_that_a_provider_made_is_taken_down()
    {
        await using var scene = await ProviderScene.Start(("TrustsEmail", "true"), ("Roles:0:Claim", "groups"), ("Roles:0:Value", "all"), ("Roles:0:Partnership", "kuuma-seutu"), ("Roles:0:Role", "reader"));
        scene.Provider.Claims["groups"] = new[] { "all" };
        await scene.SignIn(await scene.Site.Visit());

        var entries = (await (await ApiVisitor.SignIn(scene.Site, Site.Administrator)).Get("/api/audit?kind=account-made")).GetProperty("entries").EnumerateArray();
        Assert.Equal("provider", Assert.Single(entries).GetProperty("what").GetString());
    }
}
