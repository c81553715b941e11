using NodaTime;
using Vuosikello.Calendars.Checks;
using Vuosikello.Calendars.Recurrence;
using Vuosikello.Calendars.TimeZones;

namespace Vuosikello.Calendars.Writing;

/// <summary>Gathers which zones a calendar's events name, and for which days.</summary>
internal sealed class ZoneSpans
{
    /// <summary>Beyond so many, and beyond that year, the rules of the zone go on as they were.</summary>
    private const int MostCounted = 10_000;
    private const int LastYear = 2200;

    /// <summary>Days from which and to which rules can be found: a year more on either side can still be written.</summary>
    private static readonly LocalDate First = new(3, 1, 1);
    private static readonly LocalDate Last = new(9990, 12, 31);

    private readonly List<ZoneSpan> _spans = [];
    private int _last;

    public IReadOnlyList<ZoneSpan> All => _spans;

    public void Add(CalendarEvent e)
    {
        if (e.Time is EventTime.Zoned time) Add(new ZoneSpan(time.Zone, time.Start.Date, LocalDate.Max(time.End.Date, LastStart(e, time))));
        foreach (var other in e.Overrides) Add(other.Event);
    }

    public void Add(ZoneSpan wanted)
    {
        var span = wanted with { From = Within(wanted.From), To = Within(wanted.To) };
        // Nearly always the zone of the event before.
        if (_last < _spans.Count && ReferenceEquals(_spans[_last].Zone, span.Zone)) Widen(_last, span);
        else if ((_last = _spans.FindIndex(known => known.Zone.Id == span.Zone.Id)) >= 0) Widen(_last, span);
        else
        {
            _last = _spans.Count;
            _spans.Add(span);
        }
    }

    /// <summary>The rules of the zones, by their ids.</summary>
    public List<TimeZoneRules> Rules() =>
        [.. _spans.OrderBy(s => s.Zone.Id, StringComparer.Ordinal).Select(s => TimeZoneRules.Of(s.Zone, s.From, s.To))];

    private void Widen(int at, ZoneSpan by)
    {
        var known = _spans[at];
        if (by.From >= known.From && by.To <= known.To) return;
        _spans[at] = known with { From = LocalDate.Min(known.From, by.From), To = LocalDate.Max(known.To, by.To) };
    }

    /// <summary>The last date on which an occurrence may start, or one after it; of an endless rule the start, for rules of zones go on.</summary>
    private static LocalDate LastStart(CalendarEvent e, EventTime.Zoned time)
    {
        var start = time.Start.Date;
        var last = e.Additions.IsEmpty ? start : LocalDate.Max(start, e.Additions.Max());
        var end = e.Rule?.End switch
        {
            RuleEnd.LastDay until => until.Date,
            RuleEnd.LastMoment until => until.At.InZone(time.Zone).Date,
            RuleEnd.Count => PlainRules.Bound(e.Rule, start) ?? e.Rule.Occurrences(time.Start).Take(MostCounted).Last().Date,
            _ => start,
        };
        return LocalDate.Max(last, end.Year > LastYear ? new LocalDate(Math.Max(start.Year, LastYear), 12, 31) : end);
    }

    private static LocalDate Within(LocalDate date) => LocalDate.Max(First, LocalDate.Min(date, Last));
}
