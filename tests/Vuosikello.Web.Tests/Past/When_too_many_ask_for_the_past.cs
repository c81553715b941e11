using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Vuosikello.Projections.AsOf;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Tests.Past;

public sealed class When_too_many_ask_for_the_past
{
    [Fact]
    public async Task Who_comes_last_is_asked_to_come_again()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.MapGet("/board", string () => throw new PastBusyException()).SaysWhenPastIsBusy();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync(new Uri("/board", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
    }
}
