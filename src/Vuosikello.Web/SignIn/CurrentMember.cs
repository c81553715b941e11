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

    private static readonly Guid Commands = new("c1f4a0b6-5a0e-4f39-9d3c-8e2b7a64d915");

    private ClaimsPrincipal? User => http.HttpContext?.User;

    /// <summary>Null for the public.</summary>
    public MemberId? Id => Guid.TryParse(User?.FindFirstValue(MemberClaim), out var id) ? new MemberId(id) : null;

    public PartnerId? For => User?.FindFirstValue(ForClaim) is { Length: > 0 } partner ? new PartnerId(partner) : null;

    public bool IsSignedIn => Id is not null;

    /// <summary>
    /// The stamp of a command that this member gives now. Its id follows from the member and what the member's client chose: the same
    /// sent again by the same member is one command, and nobody can take an id that the server or another member will use.
    /// </summary>
    /// <param name="chosen">What the client chose, or the id that the form was given.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint should have asked for that.</exception>
    public Stamp StampFor(Guid chosen)
    {
        var member = Id ?? throw new InvalidOperationException("Only a signed-in member gives commands.");
        return StampOf(member, For, chosen, clock.GetCurrentInstant());
    }

    /// <inheritdoc cref="StampFor" />
    internal static Stamp StampOf(MemberId by, PartnerId? actingFor, Guid chosen, Instant now) =>
        new(new CommandId(DeterministicGuid.Create(Commands, $"{by}\n{chosen}")), by, actingFor, now);
}
