using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Vuosikello.Web.Tests.Safety;

/// <summary>The service as the world knows it, <c>https://vuosikello.example</c>; a proxy on the same machine ends TLS.</summary>
public sealed class Where_the_world_comes_by_TLS(Site all) : IClassFixture<Site>, IDisposable
{
    private readonly WebApplicationFactory<Program> _site = all.WithWebHostBuilder(host => host.UseSetting("PublicAddress", "https://vuosikello.example"));

    [Theory]
    [InlineData("/kuuma-seutu/2009?lang=sv")]
    [InlineData("/feeds/kuuma-seutu.ics?alarm=1h")]
    [InlineData("/feeds/private/not-a-real-secret.ics")]
    [InlineData("/P%C3%A4ij%C3%A4t-H%C3%A4me")]
    public async Task Who_asks_by_http_is_sent_to_the_same_address_by_https(string address)
    {
        using var answer = await Get("http", address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("https://vuosikello.example" + address, answer.Headers.Location!.AbsoluteUri);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_form_that_was_sent_by_http_is_sent_again_by_https_and_leaves_no_cookie_on_the_way()
    {
        using var client = Client("http");
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task By_https_browsers_are_told_to_stay_with_it_and_cookies_never_travel_without()
    {
        using var client = Client("https");
        using var form = new FormUrlEncodedContent([new("member", Site.CoordinatorOfKuuma)]);
        using var answer = await client.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var feed = await Get("https", "/feeds/kuuma-seutu/2009.ics");

        Assert.All(new[] { answer, feed }, a => Assert.Equal("max-age=31536000", a.Headers.GetValues("Strict-Transport-Security").Single()));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
    }

    [Fact]
    public async Task Those_who_watch_its_health_may_ask_without_TLS()
    {
        using var answer = await Get("http", "/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Get(string scheme, string address)
    {
        using var client = Client(scheme);
        return await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private HttpClient Client(string scheme) =>
        _site.CreateClient(new() { BaseAddress = new Uri($"{scheme}://vuosikello.example"), AllowAutoRedirect = false });

    public void Dispose() => _site.Dispose();
}
