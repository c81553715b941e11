using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Vuosikello.Accounts;
using Vuosikello.Accounts.Limits;
using Vuosikello.Domain;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Somebody as a provider knows them.</summary>
/// <param name="Subject">What the provider calls the person, for ever.</param>
/// <param name="Claims">All it says of them.</param>
/// <param name="Attempt">The question that was answered.</param>
public sealed record ProvenIdentity(string Subject, ILookup<string, string> Claims, SignInAttempt Attempt);

/// <summary>Asks a provider who somebody is: authorisation code with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636, RFC 9700).</summary>
public sealed class ProviderSignIn(
    ProviderDocuments documents, ProviderTokens tokens, IdTokens idTokens, SignInAttempts attempts, Counts counts, FeedSettings feeds, IConfiguration configuration)
{
    /// <summary>An answer is looked at once.</summary>
    private static readonly Limit OneAnswer = new("provider-answer", 1, Duration.FromMinutes(20));

    /// <summary>Where the provider sends people back to.</summary>
    public static string AnswerAddress(SignInProvider provider) => $"{ProviderEndpoints.Folder}/{provider.Name}/answer";

    /// <returns>The whole address at the provider to which to go.</returns>
    /// <param name="http">The request.</param>
    /// <param name="provider">Whom to ask.</param>
    /// <param name="back">Where to go on afterwards.</param>
    /// <param name="linkTo">To whose account the identity is to be linked; null for signing in.</param>
    /// <exception cref="ProviderFailureException">The provider does not answer.</exception>
    public async Task<string> Begin(HttpContext http, SignInProvider provider, string? back, MemberId? linkTo = null)
    {
        var document = await documents.Of(provider, http.RequestAborted);
        var attempt = new SignInAttempt(provider.Name, Secret.New(), Secret.New(), Secret.New(), LocalAddress.Of(back), linkTo?.Value);
        attempts.Keep(http, attempt);
        return QueryHelpers.AddQueryString(document.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = Redirect(http, provider),
            ["scope"] = provider.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["code_challenge_method"] = "S256",
            ["prompt"] = provider.Prompt,
            ["acr_values"] = provider.AcrValues.Count > 0 ? string.Join(' ', provider.AcrValues) : null,
        });
    }

    /// <summary>What this browser asked, once; null when it asked nothing, or too long ago.</summary>
    public SignInAttempt? Asked(HttpContext http) => attempts.Take(http);

    /// <summary>Reads what the provider sent back with somebody.</summary>
    /// <param name="http">The request.</param>
    /// <param name="provider">Whose answer it is said to be.</param>
    /// <param name="asked">See <see cref="Asked"/>.</param>
    /// <exception cref="ProviderFailureException">It proves nothing.</exception>
    public async Task<ProvenIdentity> Answer(HttpContext http, SignInProvider provider, SignInAttempt? asked)
    {
        var (ct, query) = (http.RequestAborted, http.Request.Query);
        if (asked is not { } attempt || attempt.Provider != provider.Name || !IdTokens.Same(query["state"], attempt.State) || !await counts.Try(OneAnswer, attempt.State, ct))
            throw new ProviderFailureException(ProviderProblem.NotAsked, "the answer is to no question of this browser");
        // RFC 9207: the answer of another provider, brought here by somebody in the middle.
        if (query["iss"] is [{ } issuer, ..] && issuer != provider.Issuer) throw new ProviderFailureException(ProviderProblem.NotBelieved, "the answer is another issuer's");
        if (query["error"] is [{ Length: > 0 } error, ..])
            throw new ProviderFailureException(error is "temporarily_unavailable" or "server_error" ? ProviderProblem.Away : ProviderProblem.Denied, "the provider refused");
        if (query["code"] is not [{ Length: > 0 } code]) throw new ProviderFailureException(ProviderProblem.NotBelieved, "the answer has no code");
        var document = await documents.Of(provider, ct);
        var exchanged = await tokens.Exchange(provider, document, code, attempt.Verifier, Redirect(http, provider), ct);
        var claims = await idTokens.Read(provider, document, exchanged.IdToken, attempt.Nonce, ct);
        string subject = claims["sub"].First();
        var more = await tokens.MoreOf(document, exchanged.AccessToken, subject, ct);
        // What stands in the signed token goes before what was asked for beside it.
        var all = claims.Concat(more.Where(group => !claims.Contains(group.Key))).SelectMany(group => group.Select(value => (group.Key, value)));
        return new(subject, all.ToLookup(claim => claim.Key, claim => claim.value, StringComparer.Ordinal), attempt);
    }

    private string Redirect(HttpContext http, SignInProvider provider) => FeedHost.Of(http.Request, configuration, feeds).Full(AnswerAddress(provider));
}
