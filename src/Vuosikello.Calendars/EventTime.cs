using NodaTime;

namespace Vuosikello.Calendars;

/// <summary>
/// When an event takes place. Start and end are of one kind by construction, so DTSTART and DTEND always agree
/// (RFC 5545 section 3.6.1), and there are no floating times.
/// </summary>
public abstract record EventTime
{
    private EventTime() { }

    /// <summary>The date on which the event starts, on the clock that it is written in.</summary>
    public abstract LocalDate StartDate { get; }

    /// <summary>Whole days. The last one is included here; in the calendar DTEND is the day after it.</summary>
    public sealed record AllDay : EventTime
    {
        /// <exception cref="InvalidCalendarException">The last day is before the first.</exception>
        public AllDay(LocalDate first, LocalDate last)
        {
            if (last < first) throw new InvalidCalendarException($"DTEND: the last day {last:uuuu-MM-dd} is before the first, {first:uuuu-MM-dd}.");
            (First, Last) = (first, last);
        }

        /// <summary>The first day.</summary>
        public LocalDate First { get; }
        /// <summary>The last day, included.</summary>
        public LocalDate Last { get; }
        /// <inheritdoc />
        public override LocalDate StartDate => First;
    }

    /// <summary>
    /// From one second to another on the clock of a zone, which stands in the calendar as a VTIMEZONE. A time that the clock
    /// skips means the moment that many minutes after the jump began; one that it shows twice means the first (RFC 5545
    /// section 3.3.5). Programs differ on both: <see cref="Utc"/> says the same to all of them.
    /// </summary>
    public sealed record Zoned : EventTime
    {
        /// <exception cref="InvalidCalendarException">The end is before the start, or the zone is UTC.</exception>
        public Zoned(LocalDateTime start, LocalDateTime end, DateTimeZone zone)
        {
            if (zone == DateTimeZone.Utc) throw new InvalidCalendarException("DTSTART: a time in UTC has no TZID; use EventTime.Utc.");
            if (end.InZoneLeniently(zone).ToInstant() < start.InZoneLeniently(zone).ToInstant())
            {
                throw new InvalidCalendarException($"DTEND: the end {end:uuuu-MM-dd'T'HH:mm:ss} is before the start {start:uuuu-MM-dd'T'HH:mm:ss} in {zone.Id}.");
            }
            (Start, End, Zone) = (start, end, zone);
        }

        private Zoned(DateTimeZone zone, LocalDateTime start, LocalDateTime end) => (Start, End, Zone) = (start, end, zone);

        /// <summary>The start on the zone's clock.</summary>
        public LocalDateTime Start { get; }
        /// <summary>The end on the zone's clock.</summary>
        public LocalDateTime End { get; }
        /// <summary>The zone; never UTC.</summary>
        public DateTimeZone Zone { get; }

        /// <summary>For a caller who has compared the moments already.</summary>
        internal static Zoned Compared(LocalDateTime start, LocalDateTime end, DateTimeZone zone) => new(zone, start, end);
        /// <inheritdoc />
        public override LocalDate StartDate => Start.Date;
    }

    /// <summary>From one moment to another, written in UTC.</summary>
    public sealed record Utc : EventTime
    {
        /// <exception cref="InvalidCalendarException">The end is before the start.</exception>
        public Utc(Instant start, Instant end)
        {
            if (end < start) throw new InvalidCalendarException($"DTEND: the end {end} is before the start {start}.");
            (Start, End) = (start, end);
        }

        /// <summary>The first moment.</summary>
        public Instant Start { get; }
        /// <summary>The moment at which it is over.</summary>
        public Instant End { get; }
        /// <summary>The date of the start in UTC.</summary>
        public override LocalDate StartDate => Start.InUtc().Date;
    }
}
