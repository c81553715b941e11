using System.Net;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vuosikello.Web.Tests.Memberships;

/// <summary>From the coordinator's page to a role: an invitation's link, opened by whoever has it.</summary>
public sealed partial class Inviting_people : IAsyncDisposable
{
    private const string Members = "/kuuma-seutu/members";
    private readonly Site _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whoever_opens_the_link_is_told_who_invites_to_what_and_takes_it_after_signing_in()
    {
        string link = await Invite("editor", "tuusula");
        var stranger = await _site.Visit();

        var opened = await stranger.Get(link);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("Koordinaattori, KUUMA-seutu kutsuu sinut kumppanuuteen KUUMA-seutu.", opened.Text, StringComparison.Ordinal);
        Assert.Contains("muokkaaja, Tuusulan kunta", opened.Text, StringComparison.Ordinal);
        Assert.Contains($"/sign-in?return={Uri.EscapeDataString("/sign-in/invitation")}", opened.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(link), opened.Html, StringComparison.Ordinal);

        var invited = await _site.Visit(Site.Administrator);
        Assert.Equal(HttpStatusCode.SeeOther, (await invited.Post(link, Visitor.FormWith((await invited.Get(link)).Html, "method=\"post\" class=\"stack\""))).Status);
        Assert.Contains("muokkaaja, Tuusulan kunta", (await invited.Get(Members)).Text, StringComparison.Ordinal);
        Assert.Contains("Toimit nyt organisaation Tuusulan kunta puolesta.", (await invited.Get("/account")).Text, StringComparison.Ordinal);
        Assert.Contains("Palvelun pääkäyttäjä", (await (await _site.Visit(Site.CoordinatorOfKuuma)).Get(Members)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_it_takes_nothing_and_it_is_taken_once()
    {
        string link = await Invite("reader");
        var (one, other) = (await _site.Visit(Site.Administrator), await _site.Visit("0c5a3f10-7a51-4d0b-8a61-000000000004"));

        var form = Visitor.FormWith((await one.Get(link)).Html, "method=\"post\" class=\"stack\"");
        var otherForm = Visitor.FormWith((await other.Get(link)).Html, "method=\"post\" class=\"stack\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Post(link, form)).Status);

        Assert.Contains("Kutsu on jo käytetty", (await other.Post(link, otherForm)).Text, StringComparison.Ordinal);
        var used = await other.Get(link);
        Assert.Equal(HttpStatusCode.Gone, used.Status);
        Assert.Contains("Kutsu on jo käytetty", used.Text, StringComparison.Ordinal);
        Assert.Contains("Olet ottanut kutsun vastaan", (await one.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_whoever_tries_secrets_a_partnership_for_its_members_is_as_one_that_nobody_founded()
    {
        string link = await Invite("reader");
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var restrict = Visitor.FormWith((await coordinator.Get("/kuuma-seutu/settings")).Html, "value=\"restrict\"");
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post("/kuuma-seutu/settings", restrict)).Status);
        var stranger = await _site.Visit("0c5a3f10-7a51-4d0b-8a61-000000000004");
        string secret = new('x', 43);

        var tried = await stranger.Get($"/kuuma-seutu/invitations/{secret}");
        var unknown = await stranger.Get($"/ei-perustettu/invitations/{secret}");
        var invited = await stranger.Get(link);

        Assert.Equal((HttpStatusCode.NotFound, Page(unknown).Replace("ei-perustettu", "kuuma-seutu", StringComparison.Ordinal)), (tried.Status, Page(tried)));
        Assert.Equal(HttpStatusCode.OK, invited.Status);
        Assert.DoesNotContain("/kuuma-seutu/history", invited.Html, StringComparison.Ordinal);

        // The form for signing out is sealed anew on each page.
        static string Page(Answer answer) => Regex.Replace(answer.Html, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task One_that_is_unknown_or_taken_back_or_expired_says_what_to_do()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        string revoked = await Invite("reader");
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"{Members}/revoke", await coordinator.Form(Members, $"action=\"{Members}/revoke\""))).Status);
        string expired = await Invite("reader");
        _site.Clock.Now += Duration.FromDays(14);
        var stranger = await _site.Visit();

        foreach (string link in new[] { revoked, $"/kuuma-seutu/invitations/{new string('x', 43)}" })
        {
            var answer = await stranger.Get(link);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("Tällaista kutsua ei ole, tai se on peruttu. Pyydä koordinaattorilta uusi kutsu.", answer.Text, StringComparison.Ordinal);
        }
        var late = await stranger.Get(expired);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Kutsu on vanhentunut", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one()
    {
        string old = await Invite("reader");
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);

        var answer = await coordinator.Post($"{Members}/renew", await coordinator.Form(Members, $"action=\"{Members}/renew\""));

        var stranger = await _site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get(LinkIn(answer))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(old)).Status);
    }

    [Fact]
    public async Task A_list_is_shown_as_it_is_understood_and_then_invites_everybody_on_it_once()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var typed = await coordinator.Form(Members, $"action=\"{Members}/preview\"");
        typed["list"] = ["yksi@example.org; Muokkaaja; tuusulan kunta\n\nkaksi@example.org\tläsare\nkolme@example.org; chair of the steering group"];

        var preview = await coordinator.Post($"{Members}/preview", typed);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        foreach (string line in new[] { "Rivi 1: yksi@example.org", "muokkaaja, Tuusulan kunta", "Rivi 3: kaksi@example.org", "lukija", "ohjausryhmän puheenjohtaja" })
            Assert.Contains(line, preview.Text, StringComparison.Ordinal);

        var form = Visitor.FormWith(preview.Html, $"action=\"{Members}/invite\"");
        var made = await coordinator.Post($"{Members}/invite", form);
        Assert.Equal(3, Links().Count(made.Text));
        var again = await coordinator.Post($"{Members}/invite", form);
        Assert.Equal(0, Links().Count(again.Text));
        Assert.Equal(3, Regex.Count((await coordinator.Get(Members)).Html, Regex.Escape($"action=\"{Members}/revoke\""), RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task As_long_as_one_line_is_wrong_nobody_is_invited()
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var typed = await coordinator.Form(Members, $"action=\"{Members}/preview\"");
        typed["list"] = ["yksi@example.org; lukija\nei osoite; lukija\nkaksi@example.org; kuningas\nkolme@example.org; muokkaaja; Tuusulam kunta\nneljä@example.org; muokkaaja"];

        foreach (string address in new[] { $"{Members}/preview", $"{Members}/invite" })
        {
            var answer = await coordinator.Post(address, typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            foreach (string message in new[] { "Korjattavia rivejä: 4", "”ei osoite” ei ole sähköpostiosoite", "”kuningas” ei ole rooli", "Lähin nimi: Tuusulan kunta", "Valitse kumppani" })
                Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Ei kutsuja, joita odotetaan.", (await coordinator.Get(Members)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_coordinator_sees_the_members_and_everybody_their_own_roles()
    {
        var editor = await _site.Visit(Site.EditorOfTuusula);
        var page = await editor.Get(Members);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("muokkaaja, Tuusulan kunta", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Omenapuu", page.Text, StringComparison.Ordinal);
        var typed = await editor.Form(Members, $"action=\"{Members}/end\"");
        typed["list"] = ["yksi@example.org; lukija"];
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post($"{Members}/preview", typed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Post($"{Members}/invite", typed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _site.Visit("0c5a3f10-7a51-4d0b-8a61-000000000004")).Get(Members)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await (await _site.Visit()).Get(Members)).Status);
    }

    [Fact]
    public async Task A_role_that_is_given_up_is_gone_at_once()
    {
        var editor = await _site.Visit(Site.EditorOfTuusula);

        Assert.Equal(HttpStatusCode.SeeOther, (await editor.Post($"{Members}/end", await editor.Form(Members, $"action=\"{Members}/end\""))).Status);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Get(Members)).Status);
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        Assert.DoesNotContain("Muokkaaja, Tuusulan kunta", (await coordinator.Get(Members)).Text, StringComparison.Ordinal);
        Assert.Contains("luopui roolistaan: muokkaaja, Tuusulan kunta", (await coordinator.Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("luopui roolistaan", (await (await _site.Visit()).Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
    }

    private async Task<string> Invite(string role, string? partner = null)
    {
        var coordinator = await _site.Visit(Site.CoordinatorOfKuuma);
        var form = await coordinator.Form(Members, $"action=\"{Members}\"");
        (form["role"], form["partner"]) = ([role], [partner ?? ""]);
        return LinkIn(await coordinator.Post(Members, form));
    }

    private static string LinkIn(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new Uri(Assert.Single(Links().Matches(answer.Text).Select(match => match.Value))).AbsolutePath;
    }

    [GeneratedRegex("(?<=>)https?://[^<\"\\s]+/invitations/[A-Za-z0-9_-]{43}(?=<)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Links();
}
