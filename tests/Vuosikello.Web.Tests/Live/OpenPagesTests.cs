using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class OpenPagesTests
{
    private static Task<LiveServer> Start(Func<IServiceProvider, string> text) =>
        LiveServer.Start(services: services => services.AddSingleton<ILivePages>(s => new NamedPages(() => text(s))));

    private static async Task<string> WhatIsShown(LiveServer server, string language = "fi")
    {
        await using var client = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Coordinator.ToString());
        Assert.True(await client.IsLetIn("Join", "named/testiseutu", language, 0));
        return (await client.Next("patch"))[0].GetProperty("set")[0].GetProperty("html").GetString()!;
    }

    [Fact]
    public async Task Nothing_of_the_session_that_asked_first_gets_into_what_all_see()
    {
        await using var server = await Start(s => s.GetRequiredService<IHttpContextAccessor>().HttpContext is null ? "nobody" : "somebody");
        Assert.Equal("<p id=\"only\">nobody</p>", await WhatIsShown(server));
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_page_is_rendered_in_the_language_that_was_asked_for(string language)
    {
        await using var server = await Start(_ => CultureInfo.CurrentUICulture.Name + CultureInfo.CurrentCulture.Name);
        Assert.Equal($"<p id=\"only\">{language}{language}</p>", await WhatIsShown(server, language));
    }

    [Fact]
    public async Task Who_is_in_no_circle_of_a_page_is_not_let_in()
    {
        await using var server = await Start(_ => "");
        await using var outsider = await new HubClient().Connect(server.Address, LiveRegistration.Address, LiveServer.Outsider.ToString());
        Assert.False(await outsider.IsLetIn("Join", "named/testiseutu", "fi", 0));
        Assert.Equal(0, server.Services.GetRequiredService<OpenPages>().Count);
    }
}
