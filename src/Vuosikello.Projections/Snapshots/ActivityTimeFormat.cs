using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Snapshots;

/// <summary>The kinds of time in a snapshot.</summary>
internal static class ActivityTimeFormat
{
    public static void Write(SnapshotWriter to, ActivityTime time)
    {
        switch (time)
        {
            case ActivityTime.Exact exact:
                to.Count(0);
                to.DateTime(exact.Start);
                to.DateTime(exact.End);
                to.Name(exact.Zone);
                break;
            case ActivityTime.Days days:
                to.Count(1);
                to.Date(days.First);
                to.Date(days.Last);
                break;
            case ActivityTime.Months months:
                to.Count(2);
                Write(to, months.First);
                Write(to, months.Last);
                break;
            case ActivityTime.Recurring recurring:
                to.Count(3);
                Write(to, recurring.First);
                Write(to, recurring.Rule);
                to.List(recurring.Exceptions, to.Date);
                break;
            default:
                throw new InvalidOperationException($"A snapshot knows no time of the kind {time.GetType().Name}.");
        }
    }

    public static ActivityTime Read(SnapshotReader from) => from.Count() switch
    {
        0 => new ActivityTime.Exact(from.DateTime(), from.DateTime(), from.Name()),
        1 => new ActivityTime.Days(from.Date(), from.Date()),
        2 => new ActivityTime.Months(ReadMonth(from), ReadMonth(from)),
        3 => new ActivityTime.Recurring(Read(from), ReadRule(from), from.List(from.Date)),
        _ => throw new InvalidDataException("A time is of an unknown kind."),
    };

    private static void Write(SnapshotWriter to, YearMonth month) => to.Date(month.OnDayOfMonth(1));

    private static YearMonth ReadMonth(SnapshotReader from) => from.Date().ToYearMonth();

    private static void Write(SnapshotWriter to, Recurrence rule)
    {
        to.Count((int)rule.Frequency);
        to.Number(rule.Interval);
        to.Date(rule.Until);
        to.List(rule.Weekdays, day => to.Count((int)day));
        Write(to, rule.MonthDay);
        Write(to, rule.MonthWeek);
        Write(to, (int?)rule.MonthWeekday);
    }

    private static Recurrence ReadRule(SnapshotReader from) => new(
        (Frequency)from.Count(), (int)from.Number(), from.Date(), from.List(() => (IsoDayOfWeek)from.Count()),
        ReadOptional(from), ReadOptional(from), (IsoDayOfWeek?)ReadOptional(from));

    private static void Write(SnapshotWriter to, int? value)
    {
        to.Flag(value is not null);
        if (value is { } number) to.Number(number);
    }

    private static int? ReadOptional(SnapshotReader from) => from.Flag() ? (int)from.Number() : null;
}
