using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Database;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Mail;

namespace Vuosikello.Web.Tests.Memberships;

/// <summary>From a pasted list to a member: mails, an account by the mail of an address, and the role.</summary>
public sealed partial class Invitations_by_mail : IAsyncDisposable
{
    private const string Members = "/kuuma-seutu/members";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_was_invited_by_a_list_gets_an_account_by_the_mail_and_is_a_member()
    {
        await InviteAll("Uusi.Henkilo+kello@ESIMERKKI.example; muokkaaja; Tuusulan kunta\ntoinen@päivä.example; lukija", "sv");
        var mail = await MailTo("Uusi.Henkilo+kello@esimerkki.example");
        Assert.Equal("Inbjudan: KUUMA-regionen", mail.Subject);
        foreach (string said in new[] { "Koordinator, KUUMA-regionen bjuder in dig till partnerskapet KUUMA-regionen", "redaktör, Tusby kommun", "6.12.2026" }) Assert.Contains(said, mail.Text, StringComparison.Ordinal);
        Assert.Contains("läsare", (await MailTo("toinen@päivä.example")).Text, StringComparison.Ordinal);

        var invited = await _site.Visit(language: "sv");
        await Join(invited, LinkIn(mail), "Uusi.Henkilo+kello@esimerkki.example");
        var page = await invited.Get(LinkIn(mail));
        var form = Visitor.FormWith(page.Html, "method=\"post\" class=\"stack\"");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await invited.Post(LinkIn(mail), form)).Status);
        form["name"] = ["Uusi Henkilö"];
        Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(LinkIn(mail), form)).Status);

        Assert.Contains("redaktör, Tusby kommun", (await invited.Get(Members)).Text, StringComparison.Ordinal);
        string shown = (await (await _site.Visit(Site.CoordinatorOfKuuma)).Get(Members)).Text;
        Assert.Contains("Uusi Henkilö", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Henkilo+kello@esimerkki.example", shown, StringComparison.Ordinal);
        Assert.Contains("Lähetetty osoitteeseen toinen@päivä.example", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_invitations_for_one_address_make_one_account_with_both_roles()
    {
        const string address = "kaksi@esimerkki.example";
        await InviteAll($"{address}; muokkaaja; Tuusulan kunta\n{address.ToUpperInvariant()}; ohjausryhmän jäsen");
        var mails = (await Sent()).Where(mail => mail.To.Equals(address, StringComparison.OrdinalIgnoreCase)).Select(mail => LinkIn(mail.Letter)).ToList();
        Assert.Equal(2, mails.Distinct(StringComparer.Ordinal).Count());
        var invited = await _site.Visit();
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
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
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
    public async Task An_invitation_that_cannot_be_taken_gives_nobody_an_account()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["email"]) = (["reader"], ["kutsuttu@esimerkki.example"]);
        await coordinator.Post(Members, form);
        string link = LinkIn(await MailTo("kutsuttu@esimerkki.example"));
        var stranger = await _site.Visit();
        var join = await stranger.Form(link, "action=\"/sign-in/invitation\"");
        join["email"] = ["kutsumaton@esimerkki.example"];
        await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""));

        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Post("/sign-in/invitation", join)).Status);
        Assert.DoesNotContain(await Sent(), mail => mail.To.StartsWith("kutsumaton", StringComparison.Ordinal));

        var without = await _site.Visit();
        join["__RequestVerificationToken"] = (await without.Form("/sign-in", "action=\"/sign-in/link\""))["__RequestVerificationToken"];
        Assert.Equal("/sign-in", (await without.Post("/sign-in/invitation", join)).Location?.ToString());
        Assert.Equal("/", (await without.Get("/sign-in/invitation")).Location?.ToString());
    }

    [Fact]
    public async Task One_that_is_taken_back_between_the_mail_and_its_link_gives_nobody_an_account()
    {
        const string address = "myohassa@esimerkki.example";
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["email"]) = (["reader"], [address]);
        await coordinator.Post(Members, form);
        var invited = await _site.Visit();
        string link = await AskToJoin(invited, LinkIn(await MailTo(address)), address);
        var press = await invited.Form(link, "name=\"return\"");
        await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""));

        Assert.Equal(HttpStatusCode.Gone, (await invited.Post(link, press)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await invited.Get("/account")).Status);
        await using var db = await _site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await db.Users.AnyAsync(person => person.Email == address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task To_one_address_ten_go_a_day_and_of_one_person_a_thousand_and_the_links_are_made_all_the_same()
    {
        var coordinator = await ApiVisitor.SignIn(_site);
        for (int i = 0; i < 10; i++) Assert.True(await IsSent("usein@esimerkki.example"));
        Assert.False(await IsSent("Usein@esimerkki.example"));
        Assert.True(await IsSent("muu@esimerkki.example"));

        var counts = _site.Services.GetRequiredService<Counts>();
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

    [Fact]
    public async Task Over_the_API_an_invitation_is_mailed_too()
    {
        var coordinator = await ApiVisitor.SignIn(_site);
        var (status, made) = await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/invitations", new { role = "reader", email = "api@esimerkki.example", language = "en" });
        Assert.Equal((201, true), (status, made.GetProperty("sent").GetBoolean()));
        Assert.Equal("Invitation: KUUMA region", (await MailTo("api@esimerkki.example")).Subject);
        Assert.Equal(422, (await coordinator.Ask("POST", "/api/partnerships/kuuma-seutu/invitations", new { role = "reader", email = "nobody" })).Status);
    }

    private async Task InviteAll(string list, string language = "fi")
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var typed = await coordinator.Form(Members, $"action=\"{Members}/preview\"");
        (typed["list"], typed["language"]) = ([list], [language]);
        var preview = await coordinator.Post($"{Members}/preview", typed);
        var made = await coordinator.Post($"{Members}/invite", Visitor.FormWith(preview.Html, $"action=\"{Members}/invite\""));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(list.Split('\n').Length, Regex.Count(made.Text, "Kutsu on lähetetty osoitteeseen", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    /// <summary>Opens the invitation, asks for a link to an address, and signs in by it.</summary>
    private async Task Join(Visitor invited, string invitation, string address)
    {
        string link = await AskToJoin(invited, invitation, address);
        Assert.Equal("/sign-in/invitation", (await invited.Post(link, await invited.Form(link, "name=\"return\""))).Location?.ToString());
        Assert.Equal(invitation, (await invited.Get("/sign-in/invitation")).Location?.ToString());
    }

    /// <returns>The link that was mailed.</returns>
    private async Task<string> AskToJoin(Visitor invited, string invitation, string address)
    {
        var join = await invited.Form(invitation, "action=\"/sign-in/invitation\"");
        join["email"] = [address];
        var sent = await invited.Post("/sign-in/invitation", join);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/sent?return=%2Fsign-in%2Finvitation"), (sent.Status, sent.Location?.ToString()));
        string link = Regex.Match((await Sent()).First(mail => mail.Letter.Text.Contains("/sign-in/link/", StringComparison.Ordinal)).Letter.Text, @"http\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.DoesNotContain("/invitations/", Uri.UnescapeDataString(link), StringComparison.Ordinal);
        return new Uri(link).PathAndQuery;
    }

    private async Task<Letter> MailTo(string address) => (await Sent()).First(mail => mail.To.Equals(address, StringComparison.OrdinalIgnoreCase)).Letter;

    /// <summary>What was sent, once nothing waits any more.</summary>
    private async Task<IReadOnlyList<WrittenMail>> Sent()
    {
        while (await Waiting(_site) > 0)
        {
            await _site.Services.GetRequiredService<OutboxRun>().SendDue(TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return _site.Services.GetRequiredService<FolderTransport>().All();
    }

    private static async Task<int> Waiting(Site site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Mails.CountAsync(TestContext.Current.CancellationToken);
    }

    private static string LinkIn(Letter letter) => new Uri(Links().Match(letter.Text).Value).AbsolutePath;

    [GeneratedRegex(@"https?://\S+/invitations/[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();

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
