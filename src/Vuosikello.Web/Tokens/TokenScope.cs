using System.Security.Claims;
using Vuosikello.Accounts.Tokens;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Tokens;

/// <summary>How far a request reaches that came with a token: into one partnership, and no further there than the token does.</summary>
public sealed record TokenScope(Guid Token, PartnershipId Partnership, TokenReach Reach)
{
    private const string TokenClaim = "token", PartnershipClaim = "token-partnership", ReachClaim = "token-reach";

    /// <returns>Null for a request without a token.</returns>
    public static TokenScope? Of(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(TokenClaim), out var token)
            ? new(token, new(user.FindFirstValue(PartnershipClaim) ?? ""), Enum.Parse<TokenReach>(user.FindFirstValue(ReachClaim)!)) : null;

    /// <summary>The person for whom a token acts, with the token's bounds.</summary>
    public static ClaimsPrincipal Principal(ApiToken token)
    {
        var claims = new List<Claim>
        {
            new(CurrentMember.MemberClaim, token.Member.ToString("D")), new(TokenClaim, token.Id.ToString("D")),
            new(PartnershipClaim, token.Partnership), new(ReachClaim, token.Reach.ToString()),
        };
        if (token.For is { } partner) claims.Add(new(CurrentMember.ForClaim, partner));
        return new(new ClaimsIdentity(claims, ApiTokens.Scheme, CurrentMember.MemberClaim, null));
    }

    /// <summary>The reason why a command is beyond the token; null when the person's own rights decide.</summary>
    public Problem? Check(ICommand command) => Check(command.GetType(), (command as ICommandWithin)?.Partnership);

    /// <summary>The same for whatever is done by the right to such a command.</summary>
    /// <param name="partnership">Where; null for what is in no partnership.</param>
    public Problem? Check(Type command, PartnershipId? partnership) =>
        Reach == TokenReach.Read || partnership != Partnership ? new Problem(CommandProblems.NotByToken) : Rights.CheckProgram(command, Reach == TokenReach.Coordinate);
}
