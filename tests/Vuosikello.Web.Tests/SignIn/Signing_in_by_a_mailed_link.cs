using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Accounts.Mail;

namespace Vuosikello.Web.Tests.SignIn;

/// <summary>In Development, where mails are files and the demo members have addresses.</summary>
public sealed class Signing_in_by_a_mailed_link(Site site) : IClassFixture<Site>
{
    private const string Coordinator = "jasen-01@vuosikello.example";

    // Each link to an address of its own: the clock stands still, and to one address go few in a quarter of an hour.
    private static int _asked = 1;

    private static string NewAddress() => $"jasen-{Interlocked.Increment(ref _asked):00}@vuosikello.example";

    private async Task<Answer> Ask(Visitor visitor, string address, string back = "/")
    {
        var form = await visitor.Form($"/sign-in?return={Uri.EscapeDataString(back)}", "action=\"/sign-in/link\"");
        form["email"] = [address];
        return await visitor.Post("/sign-in/link", form);
    }

    /// <summary>Asks for a link, and reads its address and code in the mail.</summary>
    private async Task<(string Link, string Code)> Mailed(Visitor visitor, string back = "/", string? address = null)
    {
        // Another test's mail may still be on its way: what was sent to this address before is known, and nobody else is sent to it.
        string to = address ?? NewAddress();
        var known = SentTo(to).ToHashSet();
        Assert.Equal(HttpStatusCode.SeeOther, (await Ask(visitor, to, back)).Status);
        await site.Services.GetRequiredService<OutboxRun>().SendDue(TestContext.Current.CancellationToken);
        // The server's own sender may have taken it a moment before: then the file is there as soon as that has written it.
        Letter? mail = null;
        for (int i = 0; i < 100 && mail is null; i++)
        {
            mail = SentTo(to).FirstOrDefault(letter => !known.Contains(letter));
            if (mail is null) await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.NotNull(mail);
        string link = Regex.Match(mail.Text, @"http\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        return (new Uri(link).PathAndQuery, Regex.Match(mail.Text, @"\d{4} \d{4}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
    }

    private IEnumerable<Letter> SentTo(string address) =>
        site.Services.GetRequiredService<FolderTransport>().All().Where(mail => string.Equals(mail.To, address, StringComparison.OrdinalIgnoreCase)).Select(mail => mail.Letter);

    private static async Task<Answer> Press(Visitor visitor, string link) => await visitor.Post(link, await visitor.Form(link, "name=\"return\""));

    private static async Task<bool> IsSignedIn(Visitor visitor) => (await visitor.Get("/account")).Status == HttpStatusCode.OK;

    [Fact]
    public async Task The_link_leads_to_a_button_and_the_button_to_where_one_wanted_to_go()
    {
        var visitor = await site.Visit();
        var (link, _) = await Mailed(visitor, "/kuuma-seutu/2009");

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(link)).Status);
        Assert.False(await IsSignedIn(visitor));
        var answer = await Press(visitor, link);

        Assert.Equal((HttpStatusCode.SeeOther, "/kuuma-seutu/2009"), (answer.Status, answer.Location?.ToString()));
        Assert.True(await IsSignedIn(visitor));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(link)).Status);
    }

    [Fact]
    public async Task A_scanner_that_opens_the_link_before_uses_nothing_up()
    {
        var visitor = await site.Visit();
        var (link, _) = await Mailed(visitor);
        using var scanner = site.CreateClient();
        for (int i = 0; i < 3; i++)
        {
            using var head = await scanner.SendAsync(new(HttpMethod.Head, link), TestContext.Current.CancellationToken);
            using var get = await scanner.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await Press(visitor, link)).Status);
        Assert.True(await IsSignedIn(visitor));
    }

    [Fact]
    public async Task Opened_in_another_browser_it_says_so_and_the_code_works_in_the_one_that_asked()
    {
        var (asking, other) = (await site.Visit(), await site.Visit(language: "en"));
        var (link, code) = await Mailed(asking);

        var shown = await other.Get(link);
        Assert.Contains("asked for in another browser", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\" class=\"stack\"", shown.Html, StringComparison.Ordinal);

        var form = await asking.Form("/sign-in/sent", "action=\"/sign-in/code\"");
        form["code"] = [code];
        Assert.Equal(HttpStatusCode.SeeOther, (await asking.Post("/sign-in/code", form)).Status);
        Assert.True(await IsSignedIn(asking));
        Assert.False(await IsSignedIn(other));
    }

    [Fact]
    public async Task A_wrong_code_is_told_and_does_not_sign_in()
    {
        var visitor = await site.Visit();
        await Mailed(visitor);
        var form = await visitor.Form("/sign-in/sent", "action=\"/sign-in/code\"");
        form["code"] = ["0"];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Post("/sign-in/code", form)).Status);
        Assert.False(await IsSignedIn(visitor));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer()
    {
        var (one, other) = (await site.Visit(), await site.Visit());
        var (known, unknown) = (await Ask(one, Coordinator), await Ask(other, "tuntematon@vuosikello.example"));
        Assert.Equal(known, unknown);
        Assert.Equal(Pages(await one.Get("/sign-in/sent")), Pages(await other.Get("/sign-in/sent")));

        static string Pages(Answer answer) => Regex.Replace(answer.Html, "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nimi")]
    [InlineData("<script>@x.example")]
    public async Task What_is_no_address_is_said_on_the_form(string typed)
    {
        var answer = await Ask(await site.Visit(), typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("email-problem", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>@", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site()
    {
        var visitor = await site.Visit();
        var (link, _) = await Mailed(visitor, "//elsewhere.example/");
        Assert.Equal("/", (await Press(visitor, link)).Location?.ToString());
    }

    [Fact]
    public async Task Signing_out_in_one_browser_ends_the_other_when_asked_to()
    {
        var (one, other) = (await site.Visit(), await site.Visit());
        string address = NewAddress();
        foreach (var visitor in new[] { one, other }) await Press(visitor, (await Mailed(visitor, address: address)).Link);
        Assert.True(await IsSignedIn(one) && await IsSignedIn(other));

        await one.Post("/account/sessions/end-all", await one.Form("/account", "action=\"/account/sessions/end-all\""));

        Assert.False(await IsSignedIn(one) || await IsSignedIn(other));
    }
}
