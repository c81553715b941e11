using NodaTime;

namespace Vuosikello.Domain.CalendarLinks;

/// <summary>
/// A private address of a calendar feed: a named secret that shows one member's calendar to whoever has it. What is in the calendar
/// follows from what its owner is at the time of reading; a link gives nobody more than its owner has.
/// </summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="TokenHash">SHA-256 of its secret part, lower-case hexadecimal.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null while it is in use. A revoked one never comes back.</param>
/// <param name="Version">Of the last event folded in.</param>
public sealed record CalendarLink(
    CalendarLinkId Id, MemberId Owner, CalendarLinkKind Kind, string Name, string TokenHash, Instant? RevokedAt, long Version) : IState<CalendarLink>
{
    public bool IsRevoked => RevokedAt is not null;

    /// <inheritdoc />
    public static CalendarLink? Evolve(CalendarLink? state, Fact fact) => (state, fact.Event) switch
    {
        (null, CalendarLinkCreated e) => new(e.Link, e.Owner, e.Kind, e.Name, e.TokenHash, null, fact.Version),
        ({ } link, CalendarLinkRevoked) => link with { RevokedAt = fact.Stamp.At, Version = fact.Version },
        ({ } link, _) => link with { Version = fact.Version },
        _ => null,
    };
}

/// <summary>What a private feed holds.</summary>
public enum CalendarLinkKind
{
    /// <summary>What the owner or the owner's organisations answer for or take part in, and what waits for them.</summary>
    Mine,

    /// <summary>What the steering group follows: the terms of agreements, rounds, commitments, reviews.</summary>
    SteeringGroup,
}
