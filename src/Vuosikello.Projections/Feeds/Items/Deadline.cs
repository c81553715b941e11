using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>A day by which something is to be done, as an event of its own: equal to another when calendars show the same of both.</summary>
/// <param name="Uid">The same for the same deadline for ever, such as <c>{activity}-registration@vuosikello</c>.</param>
/// <param name="On">The day, in Helsinki.</param>
/// <param name="Label">What happens on it, before the title: <c>Ilmoittautuminen päättyy</c>.</param>
/// <param name="Title">Of what it is the deadline.</param>
/// <param name="Text">What there is to know; may be empty.</param>
/// <param name="Url">Where people see more of it.</param>
/// <param name="Stamp">When this deadline, not all that it is of, changed last.</param>
/// <param name="Sequence">Grows with each of its changes.</param>
internal sealed record Deadline(string Uid, LocalDate On, LocalText Label, LocalText Title, LocalText Text, Uri Url, Instant Stamp, long Sequence)
{
    public ActivityId? Activity { get; init; }
    public ValueList<AreaId> Areas { get; init; } = [];
    public ValueList<ThemeId> Themes { get; init; } = [];
    public ValueList<PartnerId> Partners { get; init; } = [];

    /// <summary>Whether what it is a deadline of lasts months or several whole days: who leaves those out leaves this out too.</summary>
    public bool OfSpan { get; init; }

    /// <summary>Whether what it is a deadline of was cancelled or withdrawn.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>From then on it is left out; null for never.</summary>
    public Instant? GoneAt { get; init; }

    /// <summary>A colour name of CSS, or null.</summary>
    public string? Color { get; init; }
}

/// <summary>A deadline as calendars show it: the whole day, with time left free.</summary>
internal sealed class DeadlineItem(Deadline deadline) : FeedItem(deadline.Uid)
{
    public Deadline Deadline => deadline;

    public override LocalDate First => deadline.On;
    public override LocalDate Last => deadline.On;
    public override Instant? GoneAt => deadline.GoneAt;
    public override ActivityId? Activity => deadline.Activity;
    public override ValueList<AreaId> Areas => deadline.Areas;
    public override ValueList<ThemeId> Themes => deadline.Themes;
    public override ValueList<PartnerId> Partners => deadline.Partners;
    public override bool IsSpan => deadline.OfSpan;
    public override bool IsDeadline => true;

    public override IEnumerable<CalendarEvent> Events(FeedWords words)
    {
        string language = words.Language;
        string mark = deadline.IsCancelled ? words.CancelledMark : "";
        string text = deadline.Text.In(language);
        yield return new CalendarEvent
        {
            Uid = Uid,
            Stamp = deadline.Stamp,
            Time = new EventTime.AllDay(deadline.On, deadline.On),
            Sequence = deadline.Sequence,
            LastModified = deadline.Stamp,
            Status = deadline.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Transparent = true,
            Summary = CalendarText.Clean($"{mark}{deadline.Label.In(language)}: {deadline.Title.In(language)}"),
            Description = CalendarText.Clean((text.Length > 0 ? text + "\n" : "") + words.LinkBack + deadline.Url.AbsoluteUri),
            Categories = [words.DeadlineCategory],
            Color = deadline.Color,
            Url = deadline.Url,
        };
    }
}
