using System.Net;

namespace Vuosikello.Web.Tests.Safety;

public sealed class What_browsers_are_told(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/kuuma-seutu/2009")]
    [InlineData("/no-such-page")]
    [InlineData("/api/partnerships")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_scripts_but_our_own_framing_guessing_of_types_and_the_devices_of_the_reader(string address)
    {
        using var answer = await Get(address);

        string policy = Of(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Of(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Of(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Of(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Of(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", Of(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wheel_may_stand_in_anybodys_page()
    {
        using var wheel = await Get("/kuuma-seutu/2009/wheel.svg");

        Assert.DoesNotContain("frame-ancestors", Of(wheel, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("cross-origin", Of(wheel, "Cross-Origin-Resource-Policy"));
        Assert.Equal("nosniff", Of(wheel, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task No_script_reads_a_cookie_and_no_other_site_sends_one_along_with_a_form()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var language = await client.GetAsync(new Uri("/?lang=sv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string[] cookies = [.. answer.Headers.GetValues("Set-Cookie"), .. language.Headers.GetValues("Set-Cookie")];
        Assert.True(cookies.Length >= 2);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
    }

    private Task<HttpResponseMessage> Get(string address) =>
        site.CreateClient().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string Of(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).Single();
}
