using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Mail;

namespace Vuosikello.Web.Tests.Memberships;

/// <summary>From a pasted list to a member: mails, an account by the mail of an address, and the role.</summary>
public sealed class Invitations_by_mail : MailedInvitations
{
    [Fact]
    public async Task Who_was_invited_by_a_list_gets_an_account_by_the_mail_and_is_a_member()
    {
        await InviteAll("Uusi.Henkilo+kello@ESIMERKKI.example; muokkaaja; Tuusulan kunta\ntoinen@päivä.example; lukija", "sv");
        var mail = await MailTo("Uusi.Henkilo+kello@esimerkki.example");
        Assert.Equal("Inbjudan: KUUMA-regionen", mail.Subject);
        foreach (string said in new[] { "Koordinator, KUUMA-regionen bjuder in dig till partnerskapet KUUMA-regionen", "redaktör, Tusby kommun", "6.12.2026" }) Assert.Contains(said, mail.Text, StringComparison.Ordinal);
        Assert.Contains("läsare", (await MailTo("toinen@päivä.example")).Text, StringComparison.Ordinal);

        var invited = await Server.Visit(language: "sv");
        await Join(invited, LinkIn(mail), "Uusi.Henkilo+kello@esimerkki.example");
        var page = await invited.Get(LinkIn(mail));
        var form = Visitor.FormWith(page.Html, "method=\"post\" class=\"stack\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await invited.Post(LinkIn(mail), form)).Status);
        form["name"] = ["Uusi Henkilö"];
        Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(LinkIn(mail), form)).Status);

        Assert.Contains("redaktör, Tusby kommun", (await invited.Get(Members)).Text, StringComparison.Ordinal);
        string shown = (await (await Server.Visit(Site.CoordinatorOfKuuma)).Get(Members)).Text;
        Assert.Contains("Uusi Henkilö", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Henkilo+kello@esimerkki.example", shown, StringComparison.Ordinal);
        Assert.Contains("Lähetetty osoitteeseen toinen@päivä.example", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_of_a_list_are_mailed_nobody_is_told_to_copy_and_the_links_are_folded_away()
    {
        string many = (await InviteAll("yksi@esimerkki.example; lukija\nkaksi@esimerkki.example; lukija")).Text, one = (await InviteAll("kolme@esimerkki.example; lukija")).Text;

        Assert.Contains("Kutsujen linkit", many, StringComparison.Ordinal);
        Assert.Contains("Kutsut ovat matkalla sähköpostilla.", many, StringComparison.Ordinal);
        Assert.Contains("<summary>Kutsun linkki", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Kopioi link", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Kutsujen linkit", one, StringComparison.Ordinal);
        Assert.Contains("Kutsu on matkalla sähköpostilla.", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_invitations_for_one_address_make_one_account_with_both_roles()
    {
        const string address = "kaksi@esimerkki.example";
        await InviteAll($"{address}; muokkaaja; Tuusulan kunta\n{address.ToUpperInvariant()}; ohjausryhmän jäsen");
        var mails = (await Sent()).Where(mail => mail.To.Equals(address, StringComparison.OrdinalIgnoreCase)).Select(mail => LinkIn(mail.Letter)).ToList();
        Assert.Equal(2, mails.Distinct(StringComparer.Ordinal).Count());
        var invited = await Server.Visit();
        await Join(invited, mails[0], address);
        foreach (string link in mails)
        {
            var form = Visitor.FormWith((await invited.Get(link)).Html, "method=\"post\" class=\"stack\"");
            if (form.ContainsKey("name")) form["name"] = ["Kaksi Kutsua"];
            Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(link, form)).Status);
        }

        string own = (await invited.Get(Members)).Text;
        Assert.Contains("muokkaaja, Tuusulan kunta", own, StringComparison.Ordinal);
        Assert.Contains("ohjausryhmän jäsen", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_and_role_twice_on_a_list_is_said()
    {
        var coordinator = await Server.Visit(Site.CoordinatorOfKuuma);
        var typed = await coordinator.Form(Members, $"action=\"{Members}/preview\"");
        typed["list"] = ["yksi@example.org; lukija\nYKSI@example.org; lukija"];

        var preview = await coordinator.Post($"{Members}/preview", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Assert.Contains("Sama osoite on kutsuttu samaan rooliin jo rivillä 1.", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_is_taken_back_before_its_mail_went_is_not_mailed_and_a_new_link_goes_to_the_same_address()
    {
        const string address = "perutaan@esimerkki.example";
        var away = new AwayMail();
        await using var site = new Site { Also = builder => builder.ConfigureTestServices(s => s.AddSingleton<IMailTransport>(away)) };
        var coordinator = await site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["email"]) = (["reader"], [address]);
        Assert.Contains($"Kutsu on lähetetty osoitteeseen {address}", (await coordinator.Post(Members, form)).Text, StringComparison.Ordinal);
        await away.WasTried;
        Assert.Contains($"Viesti osoitteeseen {address} odottaa lähetystä.", (await coordinator.Get(Members)).Text, StringComparison.Ordinal);

        var renewed = await coordinator.Post($"{Members}/renew", await coordinator.Form(Members, $"action=\"{Members}/renew\""));
        Assert.Contains($"Kutsu on lähetetty osoitteeseen {address}", renewed.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Waiting(site));
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""))).Status);
        Assert.Equal(0, await Waiting(site));
    }

    [Fact]
    public async Task Over_the_API_an_invitation_is_mailed_too()
    {
        var coordinator = await ApiVisitor.SignIn(Server);
        var (status, made) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/invitations", new { role = "reader", email = "api@esimerkki.example", language = "en" });
        Assert.Equal((201, true), (status, made.GetProperty("sent").GetBoolean()));
        Assert.Equal("Invitation: KUUMA region", (await MailTo("api@esimerkki.example")).Subject);
        Assert.Equal(422, (await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/invitations", new { role = "reader", email = "nobody" })).Status);
    }

    private sealed class AwayMail : IMailTransport
    {
        private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WasTried => _tried.Task;

        public Task Send(OutgoingMail mail, CancellationToken ct)
        {
            _tried.TrySetResult();
            throw new IOException("The line is down.");
        }
    }
}
