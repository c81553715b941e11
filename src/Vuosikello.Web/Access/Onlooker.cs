using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Access;

/// <summary>Somebody who wants to see something, as the session and the memberships say at this moment.</summary>
/// <param name="Member">Null for who is not signed in.</param>
/// <param name="ActsFor">The organisation for which they act.</param>
/// <param name="IsAdministrator">Of the server.</param>
/// <param name="SeesPartnership">Whether the partnership that the view is of exists, for this reader. True of what is in no partnership.</param>
/// <param name="Circle">What they are in the partnership; the public's of what is in none.</param>
public readonly record struct Onlooker(MemberId? Member, PartnerId? ActsFor, bool IsAdministrator, bool SeesPartnership, ReaderCircle Circle)
{
    /// <summary>By which the commands' table is asked: in a partnership what they are there, on the server whether they administer it.</summary>
    public Standing Standing => Circle.Standing ?? new Standing(IsAdministrator, false, false, false, null);
}

/// <summary>Why something is not shown.</summary>
/// <param name="Kind">How it is said.</param>
/// <param name="Problem">What the commands' table says to it; null otherwise.</param>
public sealed record Refusal(RefusalKind Kind, Problem? Problem = null)
{
    public static Refusal NotThere { get; } = new(RefusalKind.NotThere);
    public static Refusal SignInFirst { get; } = new(RefusalKind.SignInFirst);
    public static Refusal MembersOnly { get; } = new(RefusalKind.MembersOnly);

    public static Refusal NotAllowed(Problem problem) => new(RefusalKind.NotAllowed, problem);
}

/// <summary>How it is said that something is not shown.</summary>
public enum RefusalKind
{
    /// <summary>Exactly as if there were no such thing.</summary>
    NotThere,
    SignInFirst,
    MembersOnly,
    NotAllowed,
}
