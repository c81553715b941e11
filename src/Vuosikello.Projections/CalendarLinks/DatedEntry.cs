using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Projections.CalendarLinks;

/// <summary>What stands in private calendars alone: a day or a moment by which something is to be done, or on which something is.</summary>
/// <param name="Key">Tells it from everything else here, for ever: its UID follows from it.</param>
/// <param name="Kind">How it is worded.</param>
/// <param name="Of">What it is about.</param>
/// <param name="Page">Where it is found, as a path without a slash before it.</param>
/// <param name="Begun">When there was first such a thing, UTC.</param>
/// <param name="Changed">When it was last otherwise, UTC: not before <paramref name="Begun"/>.</param>
public sealed record DatedEntry(string Key, EntryKind Kind, LocalText Of, EventTime Time, string Page, Instant Begun, Instant Changed)
{
    /// <summary>A moment is shown as so long a time, that ends or begins with it.</summary>
    private static readonly Duration Shown = Duration.FromMinutes(30);

    /// <summary>The organisation whose matter it is.</summary>
    public LocalText? Partner { get; init; }

    /// <summary>A whole day, in Helsinki.</summary>
    public static EventTime On(LocalDate day) => new EventTime.AllDay(day, day);

    /// <summary>Up to a moment, which itself is outside.</summary>
    public static EventTime Until(Instant moment) => new EventTime.Utc(moment - Shown, moment);

    /// <summary>From a moment on.</summary>
    public static EventTime From(Instant moment) => new EventTime.Utc(moment, moment + Shown);

    /// <summary>The day on which it begins, in Helsinki.</summary>
    internal LocalDate Day => Time is EventTime.Utc moment ? HelsinkiDays.Of(moment.Start) : Time.StartDate;
}

/// <summary>What is on the day of an entry.</summary>
public enum EntryKind
{
    /// <summary>A statement is to be sent.</summary>
    Statement,

    /// <summary>An agreement waits for the approval of an organisation's body.</summary>
    Approval,

    /// <summary>An agreement waits for a signature.</summary>
    Signature,

    /// <summary>The last day to give notice if the agreement is not to be renewed.</summary>
    LastDayOfNotice,

    RoundOpens,
    RoundCloses,
    ReviewOpened,
    ReviewClosed,
}
