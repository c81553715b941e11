using System.Text.RegularExpressions;
using Vuosikello.Calendars.Reading;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>
/// Events that our own feeds told of, back again: the activities themselves. What is as the feed had it, the file does not say; so a feed that
/// somebody saved and gives back changes nothing, in whatever language it was.
/// </summary>
internal sealed partial class OwnFeed(ReadingScope scope, ReadingNotes notes, CalendarSeries series)
{
    private const string Ours = "@vuosikello";
    private readonly Dictionary<ActivityId, List<ReadEvent>> _events = [];

    /// <summary>Activities that the file names.</summary>
    public int Count => _events.Count;

    /// <summary>True when the event bears a name that our feeds give.</summary>
    public bool Takes(ReadEvent e)
    {
        if (e.Uid?.EndsWith(Ours, StringComparison.Ordinal) != true) return false;
        if (Uid().Match(e.Uid) is not { Success: true } match || !Guid.TryParse(match.Groups["id"].ValueSpan, out var guid))
        {
            notes.PassedOver.Add(EventsReading.Note(FileNotes.OwnDeadline, e));
            return true;
        }
        var id = new ActivityId(guid);
        if (!_events.TryGetValue(id, out var events)) _events[id] = events = [];
        events.Add(e);
        return true;
    }

    /// <summary>The activities.</summary>
    /// <param name="strangers">Gets events of activities that there never were here: another service's.</param>
    public async ValueTask<IReadOnlyList<FileRow>> Rows(List<ReadEvent> strangers)
    {
        var rows = new List<FileRow>();
        foreach (var (id, events) in _events)
        {
            if (scope.Find(id) is { } now)
            {
                // a feed may hold several years: an activity of another one is not looked at
                var row = now.State.Cycle == scope.Cycle
                    ? await Row(now, events)
                    : new FileRow(id, events[0].Component.Line, EventsReading.TitleOf(events[0]), new SaidOfActivity());
                if (row is not null) rows.Add(row);
            }
            else if (await scope.At(id, 0) is not null) notes.PassedOver.Add(EventsReading.Note(FileNotes.OwnWithdrawn, events[0]));
            else strangers.AddRange(events);
        }
        return rows;
    }

    private async ValueTask<FileRow?> Row(ActivityView now, List<ReadEvent> events)
    {
        var first = events[0];
        // SEQUENCE is the activity's version; a program that changed the event may have counted on.
        long version = Math.Clamp(first.Sequence, 0, now.State.Version);
        var state = version == now.State.Version ? now.State : await scope.At(now.Id, version) ?? now.State;
        var image = OwnImage.Nearest(now with { State = state }, first, scope);
        if (image is null || Time(events, state.Details.Time) is not { } time)
        {
            notes.Wrong.Add(EventsReading.Note(FileNotes.OwnSeriesChanged, first));
            return null;
        }
        var said = image.Difference(first, scope, notes) with { Time = time.Changed };
        return new FileRow(now.Id, first.Component.Line, EventsReading.TitleOf(first), said) { BasedOn = version };
    }

    /// <summary>The new time, or none where it is as it was; null where the events of one activity were changed apart from each other.</summary>
    private OwnTime? Time(List<ReadEvent> events, ActivityTime was)
    {
        var (masters, overrides) = (events.Where(e => e.RecurrenceId is null).ToList(), events.Where(e => e.RecurrenceId is not null).ToList());
        var all = masters.Select(m => series.Of(m, [.. overrides.Where(o => o.Uid == m.Uid)])).ToList();
        if (all.Contains(null)) return null;
        var taken = all.SelectMany(t => t!).Select(t => t.Time.Time).ToList();
        if (taken.SelectMany(Spans).Order().SequenceEqual(Spans(was).Order())) return new OwnTime(null);
        if (masters is not [var only] || overrides.Count > 0 || taken.Count > 1) return null;
        // one that was moved out of the year is refused with that reason
        return new OwnTime(taken is [var one] ? one : CalendarTimes.Of(only.Time).Time);
    }

    /// <summary>When something takes place, in a form that is the same for the same moments and days.</summary>
    private static IEnumerable<string> Spans(ActivityTime time) => time switch
    {
        ActivityTime.Recurring t => Occurrences.Of(t).SelectMany(Spans),
        ActivityTime.Months t => [FormattableString.Invariant($"{t.First.OnDayOfMonth(1):uuuu-MM-dd}/{t.Last.ToDateInterval().End:uuuu-MM-dd}")],
        ActivityTime.Days t => [FormattableString.Invariant($"{t.First:uuuu-MM-dd}/{t.Last:uuuu-MM-dd}")],
        ActivityTime.Exact t => [FormattableString.Invariant($"{ActivityStart.Of(t).ToInstant()}/{ActivityStart.Of(t with { Start = t.End }).ToInstant()}")],
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private readonly record struct OwnTime(ActivityTime? Changed);

    [GeneratedRegex(@"^(?<id>[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})(-\d{8})?@vuosikello$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Uid();
}
