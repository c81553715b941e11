using NodaTime;
using NodaTime.TimeZones;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>A change of a zone's clock.</summary>
/// <param name="Interval">The stretch that begins with it.</param>
/// <param name="Onset">When it is, on the clock as it was before.</param>
/// <param name="From">The offset before it.</param>
/// <param name="At">Null for a stretch without a beginning.</param>
internal sealed record ClockChange(ZoneInterval Interval, LocalDateTime Onset, Offset From, Instant? At);

/// <summary>Changes that one yearly rule says: it has no day in a year between them.</summary>
internal sealed class ObservanceRun
{
    private readonly HashSet<OnsetForm> _forms;
    private readonly ClockChange _first;
    private readonly bool _isTold;
    private ClockChange _last;
    private int _count = 1;

    public ObservanceRun(ClockChange first, bool isTold) => (_first, _last, _forms, _isTold) = (first, first, OnsetForm.Of(first.Onset.Date), isTold);

    /// <summary>True when it begins by the wanted days, or is the rare part of a rule without an end, such as the years in which the last night of October ends in November.</summary>
    public bool IsTold(int seenYear) => _isTold || (_count > 2 && _forms.Any(form => IsVoidBetween(form, seenYear + 1)));

    /// <summary>Takes a later change in, if a rule can say it together with those that are in already.</summary>
    public bool TryTake(ClockChange next)
    {
        bool alike = next.At is not null && _first.At is not null
            && next.Onset.Year > _last.Onset.Year
            && next.Onset.Month == _first.Onset.Month
            && next.Onset.TimeOfDay == _first.Onset.TimeOfDay
            && next.From == _first.From
            && next.Interval.WallOffset == _first.Interval.WallOffset
            && next.Interval.Savings == _first.Interval.Savings
            && next.Interval.Name == _first.Interval.Name;
        if (!alike) return false;
        var shared = OnsetForm.Of(next.Onset.Date);
        shared.IntersectWith(_forms);
        shared.RemoveWhere(form => !IsVoidBetween(form, next.Onset.Year));
        if (shared.Count == 0) return false;
        _forms.IntersectWith(shared);
        _last = next;
        _count++;
        return true;
    }

    /// <param name="seenYear">The last year whose changes were looked at: a rule that is right to then has no end.</param>
    public Observance ToObservance(int seenYear)
    {
        var interval = _first.Interval;
        var single = new Observance(interval.Savings > Offset.Zero, interval.Name, _first.Onset, _first.From, interval.WallOffset, Rule: null);
        if (_last == _first) return single;
        var endless = _forms.Where(form => IsVoidBetween(form, seenYear + 1)).OrderBy(form => form.Rank).ToArray();
        var form = endless.Length > 0 ? endless[0] : _forms.MinBy(form => form.Rank);
        return single with { Rule = form.Yearly(_first.Onset.Month, endless.Length > 0 ? null : _last.At) };
    }

    private bool IsVoidBetween(OnsetForm form, int nextYear)
    {
        for (int year = _last.Onset.Year + 1; year < nextYear; year++)
        {
            if (!form.IsVoid(year, _first.Onset.Month)) return false;
        }
        return true;
    }
}
