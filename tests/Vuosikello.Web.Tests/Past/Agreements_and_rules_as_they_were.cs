using System.Net;

namespace Vuosikello.Web.Tests.Past;

/// <summary>The demo's agreements and rules of 2009 and 2010 at moments of their story.</summary>
public sealed class Agreements_and_rules_as_they_were(Site site) : IClassFixture<Site>
{
    private const string Evenings = "/kuuma-seutu/agreements/kulttuuri-illat";

    [Fact]
    public async Task An_agreement_shows_the_text_and_the_state_of_the_moment()
    {
        var member = await site.Visit(Site.CoordinatorOfKuuma);

        var offered = await member.Get($"{Evenings}?at=2009-11-04T12:00");
        var signed = await member.Get($"{Evenings}?at=2011-01-01T12:00");

        Assert.Equal(HttpStatusCode.OK, offered.Status);
        Assert.Contains("Tilanne 4.11.2009 klo 12.00.", offered.Text, StringComparison.Ordinal);
        Assert.Contains("Hyväksyttävänä", offered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kello 21:een", offered.Text, StringComparison.Ordinal);
        Assert.Contains("Voimassa oleva sopimus, versio 2", signed.Text, StringComparison.Ordinal);
        Assert.Contains("kello 21:een", signed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_can_be_signed_or_changed_and_nothing_follows()
    {
        string page = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get($"{Evenings}?at=2009-11-04T12:00")).Html;

        string main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.DoesNotContain("method=\"post\"", main, StringComparison.Ordinal);
        Assert.DoesNotContain("data-live=", main, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Evenings}/sign", main, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Evenings}/edit", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_was_in_force_it_was_no_business_of_the_public()
    {
        var anybody = await site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get($"{Evenings}?at=2009-11-04T12:00")).Status);
        Assert.Contains("versio 2", (await anybody.Get($"{Evenings}?at=2011-01-01T12:00")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.Visit(Site.CoordinatorOfKuuma)).Get($"{Evenings}?at=2009-01-01T12:00")).Status);
    }

    [Fact]
    public async Task An_agreement_leads_to_the_version_of_the_rules_that_it_names()
    {
        var anybody = await site.Visit();
        string page = (await anybody.Get(Evenings)).Text;

        Assert.Contains("href=\"/kuuma-seutu/rules/versions/2010\">Pelisäännöt 2010</a>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get("/kuuma-seutu/rules/versions/2010")).Status);
    }
}
