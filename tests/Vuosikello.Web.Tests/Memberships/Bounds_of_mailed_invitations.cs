using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Limits;

namespace Vuosikello.Web.Tests.Memberships;

/// <summary>Whom no invitation gives an account, and how many are mailed.</summary>
public sealed class Bounds_of_mailed_invitations : MailedInvitations
{
    [Fact]
    public async Task An_invitation_that_cannot_be_taken_gives_nobody_an_account()
    {
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["email"]) = (["reader"], ["kutsuttu@esimerkki.example"]);
        await coordinator.Post(Members, form);
        string link = LinkIn(await MailTo("kutsuttu@esimerkki.example"));
        var stranger = await Server.Visit();
        var join = await stranger.Form(link, "action=\"/sign-in/invitation\"");
        join["email"] = ["kutsumaton@esimerkki.example"];
        await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""));

        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Post("/sign-in/invitation", join)).Status);
        Assert.DoesNotContain(await Sent(), mail => mail.To.StartsWith("kutsumaton", StringComparison.Ordinal));

        var without = await Server.Visit();
        join["__RequestVerificationToken"] = (await without.Form("/sign-in", "action=\"/sign-in/link\""))["__RequestVerificationToken"];
        Assert.Equal("/sign-in", (await without.Post("/sign-in/invitation", join)).Location?.ToString());
        Assert.Equal("/", (await without.Get("/sign-in/invitation")).Location?.ToString());
    }

    [Fact]
    public async Task One_that_is_taken_back_between_the_mail_and_its_link_gives_nobody_an_account()
    {
        const string address = "myohassa@esimerkki.example";
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["email"]) = (["reader"], [address]);
        await coordinator.Post(Members, form);
        var invited = await Server.Visit();
        string link = await AskToJoin(invited, LinkIn(await MailTo(address)), address);
        var press = await invited.Form(link, "name=\"return\"");
        await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""));

        Assert.Equal(HttpStatusCode.Gone, (await invited.Post(link, press)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await invited.Get("/account")).Status);
        await using var db = await Server.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.Users.AnyAsync(person => person.Email == address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task To_one_address_ten_go_a_day_and_of_one_person_a_thousand_and_the_links_are_made_all_the_same()
    {
        var coordinator = await ApiVisitor.SignIn(Server);
        for (int i = 0; i < 10; i++) Assert.True(await IsSent("usein@esimerkki.example"));
        Assert.False(await IsSent("Usein@esimerkki.example"));
        Assert.True(await IsSent("muu@esimerkki.example"));

        var counts = Server.Services.GetRequiredService<Counts>();
        while (await counts.Try(Limit.InvitationsByMember, Guid.Parse(Site.CoordinatorOfKuuma).ToString("N"), TestContext.Current.CancellationToken)) { }
        Assert.False(await IsSent("viela@esimerkki.example"));

        async Task<bool> IsSent(string address)
        {
            var (status, made) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/invitations", new { role = "reader", email = address });
            Assert.Equal(201, status);
            Assert.Equal(JsonValueKind.String, made.GetProperty("address").ValueKind);
            return made.GetProperty("sent").GetBoolean();
        }
    }
}
