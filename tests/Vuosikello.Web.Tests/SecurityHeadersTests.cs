namespace Vuosikello.Web.Tests;

public sealed class SecurityHeadersTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_page_tells_browsers_to_run_no_scripts_but_its_own_and_to_be_framed_by_nobody_else()
    {
        using var client = site.CreateClient();
        using var page = await client.GetAsync(new Uri("/kuuma-seutu/2009", UriKind.Relative), TestContext.Current.CancellationToken);

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wheel_may_stand_in_anybodys_page()
    {
        using var client = site.CreateClient();
        using var wheel = await client.GetAsync(new Uri("/kuuma-seutu/2009/wheel.svg", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("frame-ancestors", wheel.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
