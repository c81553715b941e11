using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.TimeZones;

/// <summary>
/// One way to say on which day of its month a clock changes: the last Sunday, the second Sunday, the Friday among the 23rd to the
/// 29th, the 21st. What falls on the first days of the next month in some years, as "the night after the last Thursday" does, is two
/// forms that are cut off at the month's end and have no day in the other years.
/// </summary>
internal readonly record struct OnsetForm(IsoDayOfWeek Weekday, int Ordinal, int FirstDay, int LastDay)
{
    private const int Week = 7;

    /// <summary>"The last Sunday" before "the second Sunday" before "the Sunday on or after the 8th" before "the 26th": how legislators speak, and what most programs know.</summary>
    public int Rank => Ordinal == -1 ? 0 : Ordinal > 0 ? 1 : Weekday == IsoDayOfWeek.None ? 40 : Week - (LastDay - FirstDay) + 2;

    public static HashSet<OnsetForm> Of(LocalDate date)
    {
        var forms = new HashSet<OnsetForm> { new(IsoDayOfWeek.None, 0, date.Day, date.Day) };
        int length = LengthOf(date);
        if (date.Day <= 4 * Week) forms.Add(new OnsetForm(date.DayOfWeek, ((date.Day - 1) / Week) + 1, 0, 0));
        if (date.Day > date.Calendar.GetDaysInMonth(date.Year, date.Month) - Week) forms.Add(new OnsetForm(date.DayOfWeek, -1, 0, 0));
        for (int first = date.Day - Week + 1; first <= date.Day; first++)
        {
            forms.Add(new OnsetForm(date.DayOfWeek, 0, Math.Max(first, 1), Math.Min(first + Week - 1, length)));
        }
        return forms;
    }

    /// <summary>True when the form has no day in that month.</summary>
    public bool IsVoid(int year, int month)
    {
        if (Ordinal != 0 || Weekday == IsoDayOfWeek.None || LastDay - FirstDay >= Week - 1) return false;
        var first = new LocalDate(year, month, FirstDay);
        return ((int)Weekday - (int)first.DayOfWeek + Week) % Week > LastDay - FirstDay;
    }

    public RecurrenceRule Yearly(int month, Instant? last) => new()
    {
        Frequency = RuleFrequency.Yearly,
        ByMonth = [month],
        ByDay = Weekday == IsoDayOfWeek.None ? [] : [new RuleWeekday(Weekday, Ordinal)],
        ByMonthDay = Ordinal != 0 ? [] : [.. Enumerable.Range(FirstDay, LastDay - FirstDay + 1)],
        End = last is { } until ? new RuleEnd.LastMoment(until) : RuleEnd.Never.Instance,
    };

    private static int LengthOf(LocalDate date) => date.Month == 2 ? 29 : date.Calendar.GetDaysInMonth(date.Year, date.Month);
}
