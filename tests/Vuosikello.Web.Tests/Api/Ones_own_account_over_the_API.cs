using System.Text.RegularExpressions;
using Vuosikello.Web.Tests.SignIn.Providers;

namespace Vuosikello.Web.Tests.Api;

public sealed class Ones_own_account_over_the_API
{
    private const string Sessions = "/api/account/sessions";

    [Fact]
    public async Task Is_read_and_its_sessions_are_listed_and_ended()
    {
        await using var scene = await ProviderScene.Start(("TrustsEmail", "true"));
        scene.Provider.Claims["email"] = "jasen-01@vuosikello.example";
        var (one, other) = (await scene.Site.Visit(), await scene.Site.Visit());
        foreach (var visitor in new[] { one, other }) await scene.SignIn(visitor);

        string account = (await one.Get("/api/account")).Html;
        Assert.Contains("\"email\":\"jasen-01@vuosikello.example\"", account, StringComparison.Ordinal);
        Assert.Contains("\"hasSecondStep\":false", account, StringComparison.Ordinal);
        string listed = (await one.Get(Sessions)).Html;
        Assert.Equal(2, Regex.Count(listed, "\"way\":\"provider\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
        string theOther = Regex.Match(listed, "\"id\":\"(?<id>[^\"]+)\"[^}]*\"isThis\":false", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;

        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await one.Delete($"{Sessions}/{theOther}")).Status);
        Assert.False(await ProviderScene.IsSignedIn(other));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await one.Delete(Sessions)).Status);
        Assert.False(await ProviderScene.IsSignedIn(one));
    }

    [Theory]
    [InlineData("/api/account")]
    [InlineData(Sessions)]
    public async Task Is_nobody_elses(string address)
    {
        await using var site = new Site();
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await (await site.Visit()).Get(address)).Status);
    }
}
