using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Domain;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.Tokens;

/// <summary>One's own tokens for the API: which there are, a new one, which is shown once, and ending one.</summary>
public static class TokenEndpoints
{
    public const string Address = AccountEndpoints.Address + "/tokens";

    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup(Address).Shows(View.Account);
        tokens.MapGet("", (TokensShown shown, CancellationToken ct) => shown.Page(FormValues.Empty.With("days", "90").With("reach", nameof(TokenReach.Read)), [], ct));
        tokens.MapPost("", Make).WithBothStepsOnceThereAreTwo();
        tokens.MapPost("/end", End);
    }

    private static async Task<IResult> Make(HttpContext http, IFormCollection form, CurrentMember member, TokenStore store, TokensShown shown, AccountChanges changes)
    {
        var reader = new FormReader(FormValues.Of(form));
        if (shown.Read(reader) is not { } wanted) return await shown.Page(reader.Values, reader.Problems, http.RequestAborted);
        if (await store.Make(member.Id!.Value, wanted, http.RequestAborted) is not var (token, secret))
            return await shown.Page(reader.Values, [new Problem(FormProblems.TooManyTokens, "", [TokensShown.Text(TokenStore.Most)])], http.RequestAborted);

        await changes.Tell(AuditKind.TokenMade, member.Id!.Value, token.Id.ToString(), wanted.Partnership);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return new RazorComponentResult<TokenMadePage>(new { Token = token, Secret = secret });
    }

    private static async Task<IResult> End(HttpContext http, CurrentMember member, TokenStore store, AccountChanges changes, [FromForm] Guid token)
    {
        if (!await store.End(member.Id!.Value, token, http.RequestAborted)) return TypedResults.NotFound();
        await changes.Tell(AuditKind.TokenRevoked, member.Id!.Value, token.ToString());
        return SeeOther.To(Address, DoneCodes.TokenEnded);
    }
}
