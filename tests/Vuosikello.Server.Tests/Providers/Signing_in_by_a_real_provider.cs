using System.Net;
using System.Text.RegularExpressions;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests.Providers;

/// <summary>With two of npm's oidc-provider, one of which is trusted with addresses; real HTTP on all sides.</summary>
public sealed class Signing_in_by_a_real_provider
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_signs_in_by_its_verified_address_and_a_second_is_linked_by_whoever_is_signed_in()
    {
        using var folder = new TemporaryFolder();
        using var one = new NodeProvider();
        using var two = new NodeProvider();
        string secret = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(secret, NodeProvider.Secret + "\n", Ct);
        await using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"), settings: new Dictionary<string, string>
        {
            ["OpenIdConnect__one__Authority"] = one.Issuer,
            ["OpenIdConnect__one__ClientId"] = "vuosikello",
            ["OpenIdConnect__one__ClientSecretFile"] = secret,
            ["OpenIdConnect__one__Label"] = "Ensimmäinen",
            ["OpenIdConnect__one__TrustsEmail"] = "true",
            ["OpenIdConnect__one__Prompt"] = "login",
            ["OpenIdConnect__two__Authority"] = two.Issuer,
            ["OpenIdConnect__two__ClientId"] = "vuosikello",
            ["OpenIdConnect__two__ClientSecretFile"] = secret,
        });
        using var client = await server.Client();
        string page = WebUtility.HtmlDecode(await client.GetStringAsync(Of("/sign-in?lang=fi"), Ct));
        Assert.Contains("Kirjaudu: Ensimmäinen", page, StringComparison.Ordinal);
        Assert.Contains("Kirjaudu: two", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(client, "/sign-in/with/one"));

        await one.Come(new(server.Address, "/sign-in/with/one/answer"));
        await two.Come(new(server.Address, "/sign-in/with/two/answer"));
        var answer = await NodeProvider.Recognise(await SentTo(client, "/sign-in/with/one?return=/kuuma-seutu/2009"), "jasen-01");
        using (var back = await client.GetAsync(Of(answer.PathAndQuery), Ct)) Assert.Equal((HttpStatusCode.SeeOther, "/kuuma-seutu/2009"), (back.StatusCode, back.Headers.Location?.ToString()));
        Assert.Contains("jasen-01@vuosikello.example", await client.GetStringAsync(Of("/account"), Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(client, answer.PathAndQuery));

        using var other = await server.Client();
        var unknown = await NodeProvider.Recognise(await SentTo(other, "/sign-in/with/two"), "jasen-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(other, unknown.PathAndQuery));

        var linked = await NodeProvider.Recognise(await LinkTo(client, "two"), "somebody");
        using (var back = await client.GetAsync(Of(linked.PathAndQuery), Ct)) Assert.Equal("/account", back.Headers.Location?.ToString());
        var known = await NodeProvider.Recognise(await SentTo(other, "/sign-in/with/two"), "somebody");
        Assert.Equal(HttpStatusCode.SeeOther, await Status(other, known.PathAndQuery));
        Assert.Contains("jasen-01@vuosikello.example", await other.GetStringAsync(Of("/account"), Ct), StringComparison.Ordinal);

        foreach (string secretWord in new[] { NodeProvider.Secret, "jasen-01", "code=", "somebody" }) Assert.DoesNotContain(secretWord, server.Output, StringComparison.Ordinal);
    }

    private static async Task<Uri> SentTo(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(Of(address), Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private static async Task<Uri> LinkTo(HttpClient client, string provider)
    {
        string account = await client.GetStringAsync(Of("/account"), Ct);
        string token = Regex.Match(account, "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("provider", provider)]);
        using var answer = await client.PostAsync(Of("/account/providers/link"), form, Ct);
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        return new(Regex.Match(page, "http://127\\.0\\.0\\.1[^\"]+/auth[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
    }

    private static Uri Of(string address) => new(address, UriKind.Relative);

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(Of(address), Ct);
        return answer.StatusCode;
    }
}
