using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>What a code was exchanged for.</summary>
internal sealed record ExchangedTokens(string IdToken, string? AccessToken);

/// <summary>Asks a provider's token endpoint and its user info endpoint.</summary>
public sealed class ProviderTokens(IHttpClientFactory clients)
{
    /// <summary>Exchanges a code (RFC 6749 section 4.1.3, RFC 7636 section 4.5).</summary>
    internal async Task<ExchangedTokens> Exchange(
        SignInProvider provider, OpenIdConnectConfiguration document, string code, string verifier, string redirect, CancellationToken ct)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirect), new("code_verifier", verifier) };
        using var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint);
        var ways = document.TokenEndpointAuthMethodsSupported;
        if (provider.ClientSecret is { } secret && (ways.Count == 0 || ways.Contains("client_secret_basic"))) request.Headers.Authorization = Basic(provider.ClientId, secret);
        else form.AddRange([new("client_id", provider.ClientId), .. provider.ClientSecret is { } own ? [new KeyValuePair<string, string>("client_secret", own)] : Array.Empty<KeyValuePair<string, string>>()]);
        request.Content = new FormUrlEncodedContent(form);
        using var answer = await Ask(request, ct);
        var told = answer.RootElement;
        return Text(told, "id_token") is { } token ? new(token, Text(told, "access_token")) : throw new ProviderFailureException(ProviderProblem.NotBelieved, "it gave no identity token");
    }

    /// <summary>What the provider says of the person beside the token (OpenID Connect Core 1.0 section 5.3): empty where it says nothing.</summary>
    internal async Task<ILookup<string, string>> MoreOf(OpenIdConnectConfiguration document, string? accessToken, string subject, CancellationToken ct)
    {
        if (accessToken is null || string.IsNullOrEmpty(document.UserInfoEndpoint)) return Enumerable.Empty<string>().ToLookup(none => none, StringComparer.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, document.UserInfoEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await Ask(request, ct);
        if (Text(answer.RootElement, "sub") != subject) throw new ProviderFailureException(ProviderProblem.NotBelieved, "its user info is somebody else's");
        return answer.RootElement.EnumerateObject().SelectMany(Flat).ToLookup(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal);
    }

    private async Task<JsonDocument> Ask(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(ProviderDocuments.Client);
            using var answer = await client.SendAsync(request, ct);
            if ((int)answer.StatusCode >= 500) throw new ProviderFailureException(ProviderProblem.Away, $"it answered {(int)answer.StatusCode}");
            // Only the number: what stands in the answer may name people.
            if (answer.StatusCode != HttpStatusCode.OK) throw new ProviderFailureException(ProviderProblem.NotBelieved, $"it answered {(int)answer.StatusCode} to what it had itself sent, or does not know this server's secret");
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), default, ct);
        }
        catch (Exception e) when (e is not ProviderFailureException && !ct.IsCancellationRequested)
        {
            throw new ProviderFailureException(ProviderProblem.Away, "it does not answer", e);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonProperty claim) => claim.Value.ValueKind switch
    {
        JsonValueKind.Array => claim.Value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => KeyValuePair.Create(claim.Name, v.GetString()!)),
        JsonValueKind.String => [KeyValuePair.Create(claim.Name, claim.Value.GetString()!)],
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => [KeyValuePair.Create(claim.Name, claim.Value.GetRawText())],
        _ => [],
    };

    private static string? Text(JsonElement told, string name) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // RFC 6749 section 2.3.1: both are encoded as form fields are, before they become one.
    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}")));
}
