using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>An activity as calendars show it, also one that was cancelled or withdrawn less than a year ago.</summary>
internal sealed class ActivityItem(ActivityView view, Partnership partnership, FeedSettings settings) : FeedItem($"{view.Id}@vuosikello")
{
    /// <summary>How long a cancelled or withdrawn activity stays, marked, so that subscribers see what became of it.</summary>
    private const int YearsKept = 1;

    public ActivityView View => view;

    public override ActivityId? Activity => view.Id;
    public override LocalDate First => Occurrences.FirstDay(view.Details.Time);
    public override LocalDate Last => Occurrences.LastDay(view.Details.Time);
    public override Instant? GoneAt { get; } = GoneAtOf(view);
    public override ValueList<AreaId> Areas => view.Details.Areas;
    public override ValueList<ThemeId> Themes => view.Details.Themes;

    /// <summary>Those that answer for it or take part in it, as on the board.</summary>
    public override ValueList<PartnerId> Partners { get; } =
        view.Details.Responsible?.Partner is { } responsible ? [responsible, .. view.Details.Participants] : view.Details.Participants;

    public override bool IsSpan { get; } = Spans(view.Details.Time);
    public override bool IsDeadline => false;

    public override IEnumerable<CalendarEvent> Events(FeedWords words) => ActivityEvents.Of(view, partnership, settings, words);

    private static Instant? GoneAtOf(ActivityView view)
    {
        if (view.State.Status is not (ActivityStatus.Cancelled or ActivityStatus.Withdrawn)) return null;
        var since = view.State.Touched.TryGetValue(ActivityFields.Status, out var touch) ? touch.Stamp.At : view.LastChange.At;
        var helsinki = EventTimes.Zone(Zones.Helsinki);
        return since.InZone(helsinki).Date.PlusYears(YearsKept).AtStartOfDayInZone(helsinki).ToInstant();
    }

    private static bool Spans(ActivityTime time) => time switch
    {
        ActivityTime.Months => true,
        ActivityTime.Days days => days.Last > days.First,
        ActivityTime.Recurring recurring => Spans(recurring.First),
        _ => false,
    };
}
