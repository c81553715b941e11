using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>
/// What the time of an activity has to fulfil. It starts in its cycle's year and ends at the latest with the year after:
/// what runs over New Year is one activity, and what runs on for years is several.
/// </summary>
internal static class TimeRules
{
    private const string Field = ActivityFields.Time;

    public static IEnumerable<Problem> Broken(ActivityTime time, int year) => time switch
    {
        ActivityTime.Exact t =>
        [
            .. InYear(t.Start.Year, Texts.Iso(t.Start.Date), year),
            .. Ordered(t.Start, t.End, Texts.Iso(t.Start), Texts.Iso(t.End), strictly: true),
            .. EndsInTime(t.End.Date, Texts.Iso(t.End), year),
            .. OnTheClock(t),
        ],
        ActivityTime.Days t =>
        [
            .. InYear(t.First.Year, Texts.Iso(t.First), year),
            .. Ordered(t.First, t.Last, Texts.Iso(t.First), Texts.Iso(t.Last), strictly: false),
            .. EndsInTime(t.Last, Texts.Iso(t.Last), year),
        ],
        ActivityTime.Months t =>
        [
            .. InYear(t.First.Year, Texts.Iso(t.First), year),
            .. Ordered(t.First, t.Last, Texts.Iso(t.First), Texts.Iso(t.Last), strictly: false),
            .. EndsInTime(DetailsRules.LastDay(t.Last), Texts.Iso(t.Last), year),
        ],
        ActivityTime.Recurring t => RecurrenceRules.Broken(t, year),
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>Times that the zone's clock shows, at least once.</summary>
    internal static IEnumerable<Problem> OnTheClock(ActivityTime.Exact time)
    {
        if (ActivityStart.Zone(time.Zone) is not { } zone) return [new Problem(ProblemCodes.UnknownTimeZone, Field, [time.Zone ?? ""])];
        return new[] { time.Start, time.End }
            .Where(t => zone.MapLocal(t).Count == 0)
            .Select(t => new Problem(ProblemCodes.TimeSkipped, Field, [Texts.Iso(t), time.Zone]));
    }

    private static IEnumerable<Problem> InYear(int startYear, string start, int year) =>
        startYear == year ? [] : [new Problem(ProblemCodes.StartOutsideYear, Field, [start, Texts.Iso(year)])];

    private static IEnumerable<Problem> Ordered<T>(T start, T end, string startText, string endText, bool strictly) where T : IComparable<T>
    {
        int order = end.CompareTo(start);
        return order > 0 || (order == 0 && !strictly) ? [] : [new Problem(ProblemCodes.EndBeforeStart, Field, [startText, endText])];
    }

    private static IEnumerable<Problem> EndsInTime(LocalDate end, string endText, int year)
    {
        var last = new LocalDate(year + 1, 12, 31);
        return end <= last ? [] : [new Problem(ProblemCodes.EndTooLate, Field, [endText, Texts.Iso(last)])];
    }
}
