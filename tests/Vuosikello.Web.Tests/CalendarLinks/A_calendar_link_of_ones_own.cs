using System.Net;
using Vuosikello.Calendars.TestKit.Linting;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>A member's own link, from its making to its revoking.</summary>
public sealed class A_calendar_link_of_ones_own(Site site) : IClassFixture<Site>
{
    private const string SignatoryOfOmenapuu = "0c5a3f10-7a51-4d0b-8a61-000000000021";
    private const string EditorOfMallila = "0c5a3f10-7a51-4d0b-8a61-000000000018";
    private const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";

    [Fact]
    public async Task It_is_made_its_calendar_is_read_and_once_revoked_it_is_gone()
    {
        var (owner, program) = (await LinkOwner.SignIn(site, SignatoryOfOmenapuu), Subscriber.Of(site));
        string path = await owner.Make("Koneeni & kotini");

        Assert.Contains("Odottaa allekirjoitusta: Kerhohuoneen käyttö", await Titles(program, path), StringComparison.Ordinal);
        Assert.Contains("Koneeni & kotini", (await owner.Look()).Text, StringComparison.Ordinal);
        Assert.Contains("haki viimeksi 22.11.2026", (await owner.Look()).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Revoke()).Status);
        Assert.Equal(HttpStatusCode.Gone, await program.Status(path));
        Assert.Contains("poistettu käytöstä 22.11.2026", (await owner.Look()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ei ole vielä kalenterilinkkejä", (await owner.Look()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_statement_is_in_the_calendar_until_it_is_sent()
    {
        var (owner, program) = (await LinkOwner.SignIn(site, EditorOfMallila), Subscriber.Of(site));
        string path = await owner.Make();

        Assert.Contains("Lausunto lähetettävä: ", await Titles(program, path), StringComparison.Ordinal);
        Assert.DoesNotContain("Lausunto lähetettävä: ", await Titles(program, $"{path}?deadlines=no"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_asked_for_and_the_same_state_gives_the_same_bytes()
    {
        var (owner, program) = (await LinkOwner.SignIn(site, SignatoryOfOmenapuu), Subscriber.Of(site));
        var (path, other) = (await owner.Make(), await owner.Make("Toinen"));

        foreach (var (language, words) in new[] { ("fi", "Odottaa allekirjoitusta: "), ("sv", "Väntar på underskrift: "), ("en", "Waits for a signature: ") })
        {
            byte[] bytes = await program.Bytes($"{path}?lang={language}");
            Assert.Empty(CalendarLinter.Lint(bytes));
            Assert.Contains(words, await Titles(program, $"{path}?lang={language}"), StringComparison.Ordinal);
            Assert.Equal(bytes, await program.Bytes($"{other}?x=1&lang={language}"));
        }
    }

    [Fact]
    public async Task Its_answers_are_for_the_subscriber_alone_and_say_when_nothing_has_changed()
    {
        var (owner, program) = (await LinkOwner.SignIn(site, SignatoryOfOmenapuu), Subscriber.Of(site));
        string path = await owner.Make();

        using var answer = await program.Ask(path);
        using var head = await program.Ask(path, HttpMethod.Head);
        using var again = await program.Ask(path, null, ("If-None-Match", answer.Headers.ETag!.Tag));
        using var posted = await program.Ask(path, HttpMethod.Post);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
        Assert.Equal(("no-referrer", "noindex, nofollow"), (answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.Equal((answer.Headers.ETag, answer.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.MethodNotAllowed), (again.StatusCode, posted.StatusCode));
        Assert.DoesNotContain(path.Split('/')[^1].Split('.')[0], string.Join('\n', await program.Lines(path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feeds/private/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/feeds/private/x.ics")]
    [InlineData("/feeds/private/a/b.ics")]
    [InlineData("/feeds/private/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/feeds/private/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics/")]
    [InlineData("/feeds/private/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ic")]
    [InlineData("/feeds//private//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics.")]
    [InlineData("/Feeds/Private/")]
    public async Task What_is_no_link_is_answered_in_three_languages_without_the_address(string path)
    {
        using var answer = await Subscriber.Of(site).Ask(path);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("There is no such calendar.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("private", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AAAA", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_members_have_links_and_each_only_their_own()
    {
        string path = await (await LinkOwner.SignIn(site, SignatoryOfOmenapuu)).Make("Salainen nimi");
        var (stranger, other) = (await site.Visit(), await LinkOwner.SignIn(site, Reader));

        var (signedOut, elsewhere) = (await stranger.Get(LinkOwner.Links), await (await site.Visit(Reader)).Get("/ei-ole/calendar-links"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (signedOut.Status, elsewhere.Status));
        Assert.DoesNotContain("Salainen nimi", (await other.Look()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Salainen nimi", (await (await site.Visit(Site.CoordinatorOfKuuma)).Get("/kuuma-seutu/history")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Subscriber.Of(site).Status(path));
    }

    [Fact]
    public async Task A_link_needs_a_name_and_a_kind_that_there_is()
    {
        var owner = await LinkOwner.SignIn(site, Reader);
        var (nameless, odd, steering) = (await owner.Form(""), await owner.Form(kind: "kaikki"), await owner.Form(kind: "steering-group"));

        var (first, second, third) = (await owner.Send(nameless), await owner.Send(odd), await owner.Send(steering));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden), (first.Status, second.Status, third.Status));
        Assert.Contains("Anna linkille nimi.", first.Text, StringComparison.Ordinal);
        Assert.Contains("vain ohjausryhmän jäsen", third.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"steering-group\"", (await owner.Look()).Html, StringComparison.Ordinal);
    }

    private static async Task<string> Titles(Subscriber program, string path) => string.Join('\n', await program.Titles(path));
}
