using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars;

/// <summary>
/// One event's bytes, ready to stand in any number of calendars: <see cref="CalendarWriter.Render"/> makes it and
/// <see cref="CalendarWriter.Join"/> puts many together, so that a change to one event of 5,000 serialises one.
/// </summary>
public sealed class RenderedEvent
{
    internal RenderedEvent(string uid, byte[] octets, ImmutableArray<ZoneSpan> zones) => (Uid, Octets, Zones) = (uid, octets, zones);

    /// <summary>UID, of which a calendar holds each once.</summary>
    public string Uid { get; }

    /// <summary>The VEVENT and those of its overrides, in UTF-8, folded, with the last line's end.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    internal ImmutableArray<ZoneSpan> Zones { get; }
}

/// <summary>For which days an event needs a zone's rules.</summary>
internal readonly record struct ZoneSpan(DateTimeZone Zone, LocalDate From, LocalDate To);
