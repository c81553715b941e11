using Microsoft.Net.Http.Headers;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Api;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Tokens;

/// <summary>Looks at the token that a request came with: who it acts for, how far, and whether it is too much.</summary>
public sealed class TokenGate(TokenStore tokens, TokenLimits limits, ApiProblems problems, AuditNotes audit)
{
    private const string TooManySeconds = "60";

    public async Task Pass(HttpContext http, string secret, RequestDelegate next)
    {
        if (await tokens.Use(secret, http.RequestAborted) is not { } token)
        {
            await Refuse(http);
            return;
        }
        if (!limits.Take(token.Id))
        {
            await TooMany(http);
            return;
        }
        // Outside its partnership a token is nobody: it sees there what the public sees, also of its own person.
        if (http.GetRouteValue("partnership") as string == token.Partnership) http.User = TokenScope.Principal(token);
        bool changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (changes && token.Reach == TokenReach.Read)
        {
            await problems.Forbidden(new Problem(CommandProblems.NotByToken)).ExecuteAsync(http);
            return;
        }
        if (changes) await audit.Note(AuditKind.TokenUsed, token.Id.ToString(), new(token.Member), partnership: new(token.Partnership));
        await next(http);
    }

    private async Task Refuse(HttpContext http)
    {
        if (!limits.TakeWrong(NetworkOf.Asker(http)))
        {
            await TooMany(http);
            return;
        }
        await audit.Note(AuditKind.TokenRefused);
        http.Response.Headers[HeaderNames.WWWAuthenticate] = $"{ApiTokens.Scheme} realm=\"vuosikello\", error=\"invalid_token\"";
        await problems.WrongToken().ExecuteAsync(http);
    }

    private Task TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = TooManySeconds;
        return problems.TooManyRequests().ExecuteAsync(http);
    }
}
