namespace Vuosikello.Domain.CalendarLinks;

/// <summary>A member made a private address of a calendar feed.</summary>
/// <param name="Name">What the member calls it, such as what it is for.</param>
/// <param name="TokenHash">SHA-256 of the address's secret part, lower-case hexadecimal. Nothing and nobody keeps the secret itself.</param>
public sealed record CalendarLinkCreated(CalendarLinkId Link, MemberId Owner, CalendarLinkKind Kind, string Name, string TokenHash) : IEvent;

/// <summary>Its owner took the address out of use, for good.</summary>
public sealed record CalendarLinkRevoked : IEvent;
