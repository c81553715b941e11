using System.Net;

namespace Vuosikello.Web.Tests;

public sealed class HeadTests
{
    [Theory]
    [InlineData("/kuuma-seutu/2009", HttpStatusCode.OK)]
    [InlineData("/feeds/kuuma-seutu.ics", HttpStatusCode.OK)]
    [InlineData("/kuuma-seutu/2009/wheel.svg", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_as_GET_would_be(string address, HttpStatusCode expected)
    {
        await using var site = new Site();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using var answer = await site.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }
}
