using System.Security.Claims;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn;

/// <summary>Who sends the request, by the session's cookie.</summary>
public sealed class CurrentMember(IHttpContextAccessor http, IClock clock)
{
    /// <summary>The claim that holds the member's id.</summary>
    public const string MemberClaim = "member";

    /// <summary>The claim that holds the partner for which the member acts, when there is one.</summary>
    public const string ForClaim = "for";

    private ClaimsPrincipal? User => http.HttpContext?.User;

    /// <summary>Null for the public.</summary>
    public MemberId? Id => Guid.TryParse(User?.FindFirstValue(MemberClaim), out var id) ? new MemberId(id) : null;

    public PartnerId? For => User?.FindFirstValue(ForClaim) is { Length: > 0 } partner ? new PartnerId(partner) : null;

    public bool IsSignedIn => Id is not null;

    /// <summary>The stamp of a command that this member gives now.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint should have asked for that.</exception>
    public Stamp StampFor(CommandId command) =>
        new(command, Id ?? throw new InvalidOperationException("Only a signed-in member gives commands."), For, clock.GetCurrentInstant());
}
