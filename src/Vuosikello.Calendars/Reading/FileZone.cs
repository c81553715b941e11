using NodaTime;
using NodaTime.TimeZones;

namespace Vuosikello.Calendars.Reading;

/// <summary>A change of the clock.</summary>
/// <param name="At">The moment of it.</param>
/// <param name="From">The offset before.</param>
/// <param name="To">The offset after.</param>
/// <param name="Daylight">True when clocks are ahead after it.</param>
/// <param name="Name">TZNAME after it.</param>
internal sealed record ClockChange(Instant At, Offset From, Offset To, bool Daylight, string Name);

/// <summary>A zone that only the file's own VTIMEZONE knows.</summary>
internal sealed class FileZone : DateTimeZone
{
    private static readonly Offset Hour = Offset.FromHours(1);
    private readonly ZoneInterval[] _intervals;

    /// <param name="changes">At least one, each later than the one before.</param>
    public FileZone(string id, IReadOnlyList<ClockChange> changes)
        : base(id, false, changes.Min(c => Least(c)), changes.Max(c => Greatest(c)))
    {
        var intervals = new List<ZoneInterval> { new(id, null, changes[0].At, changes[0].From, Offset.Zero) };
        for (int i = 0; i < changes.Count; i++)
        {
            var savings = changes[i].Daylight ? Hour : Offset.Zero;
            intervals.Add(new ZoneInterval(changes[i].Name, changes[i].At, i + 1 < changes.Count ? changes[i + 1].At : null, changes[i].To, savings));
        }
        _intervals = [.. intervals];
    }

    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        int low = 0, high = _intervals.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_intervals[middle].Start <= instant) low = middle;
            else high = middle - 1;
        }
        return _intervals[low];
    }

    /// <summary>Two readings of the same VTIMEZONE are the same zone.</summary>
    public override bool Equals(object? obj) => obj is FileZone other && Id == other.Id && _intervals.AsSpan().SequenceEqual(other._intervals);

    public override int GetHashCode() => HashCode.Combine(Id, _intervals.Length);

    private static Offset Least(ClockChange change) => Offset.Min(change.From, change.To);

    private static Offset Greatest(ClockChange change) => Offset.Max(change.From, change.To);
}
