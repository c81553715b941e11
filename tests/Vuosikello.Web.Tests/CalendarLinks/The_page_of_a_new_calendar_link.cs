using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Vuosikello.Domain;
using Vuosikello.Web.CalendarLinks;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>The one page that ever shows a secret address, once.</summary>
public sealed class The_page_of_a_new_calendar_link(Site site) : IClassFixture<Site>
{
    private const string SignatoryOfOmenapuu = "0c5a3f10-7a51-4d0b-8a61-000000000021";
    private const string Reader = "0c5a3f10-7a51-4d0b-8a61-000000000012";

    [Fact]
    public async Task Its_address_is_shown_once_and_the_same_form_sent_again_makes_no_second_link()
    {
        await using var own = new Site();
        var owner = await LinkOwner.SignIn(own, Reader);
        var form = await owner.Form();

        var first = await owner.Follow(form);
        var again = await owner.Follow(form);

        string path = LinkOwner.PathIn(first)!;
        Assert.Null(LinkOwner.PathIn(again));
        Assert.DoesNotContain("/feeds/private/", again.Html, StringComparison.Ordinal);
        Assert.Contains("näytettiin kerran", again.Text, StringComparison.Ordinal);
        var page = await owner.Look();
        Assert.Equal(1, page.Html.Split("/revoke\"").Length - 1);
        Assert.DoesNotContain("/feeds/private/", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Subscriber.Of(own).Status(path));
    }

    [Fact]
    public async Task Sent_twice_before_its_page_is_seen_it_still_shows_the_address_that_works()
    {
        var owner = await LinkOwner.SignIn(site, Reader);
        var form = await owner.Form();
        await owner.Send(form);

        string? path = LinkOwner.PathIn(await owner.Follow(form));

        Assert.NotNull(path);
        Assert.Equal(HttpStatusCode.OK, await Subscriber.Of(site).Status(path));
    }

    [Fact]
    public async Task The_address_is_on_one_page_and_kept_nowhere()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        await new Visitor(client).Post("/sign-in/demo", new() { ["member"] = [Reader] });
        var form = await new LinkOwner(new Visitor(client)).Form();
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Value[0])));
        using var sent = await client.PostAsync(new Uri(LinkOwner.Links, UriKind.Relative), content, TestContext.Current.CancellationToken);
        string made = sent.Headers.Location!.ToString();
        var elsewhere = await (await site.Visit(SignatoryOfOmenapuu)).Get(made);

        using var answer = await client.GetAsync(new Uri(made, UriKind.Relative), TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound, HttpStatusCode.OK), (sent.StatusCode, elsewhere.Status, answer.StatusCode));
        Assert.Contains("/feeds/private/", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        string secret = LinkOwner.PathIn(new(answer.StatusCode, html, null))!.Split('/')[^1].Split('.')[0];
        Assert.DoesNotContain(sent.Headers.Concat(answer.Headers), header => header.Value.Any(value => value.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain("/feeds/private/", (await new Visitor(client).Get(made)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_handed_over_is_sealed_and_the_members_own_and_of_one_link_and_goes_in_minutes_and_another_server_can_take_it()
    {
        var (clock, owner, other) = (new MovingClock(Site.Today), new MemberId(Guid.Parse(Reader)), new MemberId(Guid.Parse(SignatoryOfOmenapuu)));
        var keys = new EphemeralDataProtectionProvider();
        var (one, another) = (new AddressHandOver(keys, clock), new AddressHandOver(keys, clock));

        string cookie = Left(http => one.Put(http, owner, Link(1), "yksi"));

        Assert.DoesNotContain("yksi", cookie, StringComparison.Ordinal);
        Assert.Null(another.Take(Visit(cookie), other, Link(1)));
        Assert.Null(another.Take(Visit(cookie), owner, Link(2)));
        Assert.Null(another.Take(Visit(cookie[..^3] + "abc"), owner, Link(1)));
        Assert.Null(another.Take(Visit("a b"), owner, Link(1)));
        Assert.Null(new AddressHandOver(new EphemeralDataProtectionProvider(), clock).Take(Visit(cookie), owner, Link(1)));
        Assert.Equal("yksi", another.Take(Visit(cookie), owner, Link(1)));
        Assert.Equal("", Left(http => another.Take(http, owner, Link(1)), cookie));
        clock.Now += AddressHandOver.Longest;
        Assert.Null(another.Take(Visit(cookie), owner, Link(1)));

        static CalendarLinkId Link(int number) => new(new("kuuma-seutu"), new Guid(number, 0, 0, new byte[8]));
    }

    private static DefaultHttpContext Visit(string? cookie) => new() { Request = { Headers = { Cookie = $"vuosikello-link={cookie}" } } };

    /// <summary>What the answer leaves in the cookie.</summary>
    private static string Left(Action<HttpContext> answer, string? cookie = null)
    {
        var http = Visit(cookie);
        answer(http);
        var left = SetCookieHeaderValue.Parse(http.Response.Headers.SetCookie.Single());
        Assert.True(left.HttpOnly);
        Assert.StartsWith("/kuuma-seutu/calendar-links/", left.Path.ToString(), StringComparison.Ordinal);
        return left.Value.ToString();
    }

    [Fact]
    public async Task Its_page_tells_what_the_calendar_holds_and_offers_no_way_that_would_fetch_it_over_plain_http()
    {
        await using var all = new Site();
        await using var secure = all.WithWebHostBuilder(host => host.UseSetting("PublicAddress", "https://vuosikello.fi"));
        using var client = secure.CreateClient(new() { BaseAddress = new Uri("https://vuosikello.fi"), AllowAutoRedirect = false });
        await new Visitor(client).Post("/sign-in/demo", new() { ["member"] = [SignatoryOfOmenapuu] });
        var owner = new LinkOwner(new Visitor(client));

        var page = await owner.Follow(await owner.Form());

        Assert.Contains("https://vuosikello.fi/feeds/private/", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"webcals://vuosikello.fi/feeds/private/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("webcal:", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("webcal%3A", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://vuosikello.fi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Odottaa allekirjoitusta: Kerhohuoneen käyttö", page.Text, StringComparison.Ordinal);
        Assert.Contains(">Outlook, työ tai opiskelu</a>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ei ole suojattu", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_service_is_not_secured_its_page_says_so()
    {
        var owner = await LinkOwner.SignIn(site, Reader, "sv");

        var page = await owner.Follow(await owner.Form("Hemdator"));

        Assert.Contains("kan läsa den hemliga adressen", page.Text, StringComparison.Ordinal);
        Assert.Contains("fungerar bara på den här datorn", page.Text, StringComparison.Ordinal);
        Assert.Contains(".ics?lang=sv</textarea>", page.Html, StringComparison.Ordinal);
    }
}
