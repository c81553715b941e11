using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Vuosikello.Web.Tests.SignIn.Providers;

/// <summary>A provider of sign-ins that says what a test wants, over real HTTP. What a right one says, the test against npm's oidc-provider shows.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string Client = "vuosikello", Secret = "a secret: with+signs & such";

    private readonly WebApplication _app;
    private readonly IClock _clock;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);
    private RSA _key = RSA.Create(2048);
    private string _keyId = "first";

    private FakeProvider(WebApplication app, IClock clock)
    {
        (_app, _clock) = (app, clock);
        app.MapGet("/.well-known/openid-configuration", () => IsDown ? Results.StatusCode(503) : Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = SaysItIs ?? Issuer,
            ["authorization_endpoint"] = Issuer + "/authorize",
            ["token_endpoint"] = Issuer + "/token",
            ["jwks_uri"] = Issuer + "/keys",
        }));
        app.MapGet("/keys", () =>
        {
            KeysAsked++;
            var key = _key.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = _keyId, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
        });
        app.MapPost("/token", Exchange);
    }

    public string Issuer => _app.Urls.First();

    /// <summary>Who it says it is, when that is not who it is.</summary>
    public string? SaysItIs { get; set; }

    public bool IsDown { get; set; }

    public bool TokensAreDown { get; set; }

    public int KeysAsked { get; private set; }

    /// <summary>What a token says beside or instead of the usual; null takes a claim out.</summary>
    public Dictionary<string, object?> Claims { get; } = new(StringComparer.Ordinal);

    /// <summary>How tokens are signed: RS256, HS256, none, or <c>forged</c> by a key that is not the provider's.</summary>
    public string Signs { get; set; } = "RS256";

    public static async Task<FakeProvider> Start(IClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new FakeProvider(builder.Build(), clock);
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public void ChangeKey() => (_key, _keyId) = (RSA.Create(2048), _keyId + "'");

    /// <summary>Recognises whoever was sent to an address, and returns the path at which they come back.</summary>
    public string Recognise(Uri sent)
    {
        var asked = QueryHelpers.ParseQuery(sent.Query);
        Assert.Equal("S256", asked["code_challenge_method"]);
        string code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["nonce"]!, asked["code_challenge"]!);
        return QueryHelpers.AddQueryString(new Uri(asked["redirect_uri"]!).AbsolutePath, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = asked["state"], ["iss"] = Issuer });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task<IResult> Exchange(HttpRequest request)
    {
        if (TokensAreDown) return Results.StatusCode(503);
        var form = await request.ReadFormAsync();
        string expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{System.Net.WebUtility.UrlEncode(Secret)}"));
        if (request.Headers.Authorization != expected) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", id_token = Token(asked.Nonce) });
    }

    private string Token(string nonce)
    {
        long now = _clock.GetCurrentInstant().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = Client,
            ["sub"] = "person-1",
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["name"] = "Koe Henkilö",
            ["email"] = "koe.henkilo@esimerkki.example",
            ["email_verified"] = true,
        };
        foreach (var (name, value) in Claims) claims[name] = value;
        string alg = Signs == "forged" ? "RS256" : Signs;
        string body = $"{Part(new { alg, typ = "JWT", kid = _keyId })}.{Part(claims.Where(c => c.Value is not null).ToDictionary())}";
        using var other = RSA.Create(2048);
        byte[] octets = Encoding.ASCII.GetBytes(body);
        byte[] signature = Signs switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), octets),
            "forged" => other.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => _key.SignData(octets, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{body}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
