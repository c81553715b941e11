using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Calendars.Recurrence;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Rules without a fault, of every frequency and with every part, and starts for them.</summary>
internal static class RandomRules
{
    public static (RecurrenceRule Rule, LocalDateTime Start) Next(Random random)
    {
        while (true)
        {
            var start = new LocalDate(1990 + random.Next(50), 1 + random.Next(12), 1).PlusDays(random.Next(31)) + LocalTime.FromSecondsSinceMidnight(random.Next(86_400));
            var rule = Rule(random, start);
            if (rule.FindFault() is null) return (rule, start);
        }
    }

    /// <summary>A portable rule from a start that it produces, on a clock without a zone.</summary>
    public static (RecurrenceRule Rule, LocalDateTime Start) Portable(Random random)
    {
        while (true)
        {
            var (rule, start) = Next(random);
            var plain = rule with { ByHour = [], ByMinute = [], BySecond = [], ByYearDay = [], ByWeekNumber = [] };
            if (plain.FindFault(startIsDate: true) is null && plain.Occurrences(start).FirstOrDefault() is var first && first != default && plain.IsPortable(first.Date)) return (plain, first);
        }
    }

    private static RecurrenceRule Rule(Random random, LocalDateTime start)
    {
        var frequency = (RuleFrequency)random.Next(7);
        bool yearly = frequency == RuleFrequency.Yearly;
        bool byClock = frequency < RuleFrequency.Daily;
        bool nth = frequency >= RuleFrequency.Monthly && random.Next(2) == 0;
        return new RecurrenceRule
        {
            Frequency = frequency,
            Interval = random.Next(3) == 0 ? 1 + random.Next(byClock ? 100 : 6) : 1,
            WeekStart = random.Next(3) == 0 ? (IsoDayOfWeek)(1 + random.Next(7)) : IsoDayOfWeek.Monday,
            ByMonth = Some(random, 4, 4, 1, 12),
            ByWeekNumber = yearly ? Some(random, 4, 3, -53, 53) : [],
            ByYearDay = yearly || byClock ? Some(random, 6, 6, -366, 366) : [],
            ByMonthDay = frequency == RuleFrequency.Weekly ? [] : Some(random, 4, 5, -31, 31),
            ByDay = [.. Some(random, 3, 4, 1, 7).Select(day => new RuleWeekday((IsoDayOfWeek)day, !nth ? 0 : random.Next(-5, yearly ? 54 : 6)))],
            ByHour = Some(random, 5, 3, 0, 23),
            ByMinute = Some(random, 5, 3, 0, 59),
            BySecond = Some(random, 6, 3, 0, 59),
            BySetPosition = Some(random, 5, 2, -8, 8),
            End = End(random, frequency, start),
        };
    }

    private static RuleEnd End(Random random, RuleFrequency frequency, LocalDateTime start)
    {
        int days = frequency switch { < RuleFrequency.Daily => 3, RuleFrequency.Daily => 40, RuleFrequency.Weekly => 200, _ => 2000 };
        var last = start.PlusSeconds(random.Next(days * 86_400));
        return random.Next(6) switch
        {
            0 => new RuleEnd.Count(1 + random.Next(20)),
            1 => new RuleEnd.LastTime(last),
            2 => new RuleEnd.LastDay(last.Date),
            3 => new RuleEnd.LastMoment(last.InUtc().ToInstant()),
            _ => RuleEnd.Never.Instance,
        };
    }

    /// <summary>None, or every so often some numbers, never 0 where numbers of both signs are.</summary>
    private static ImmutableArray<int> Some(Random random, int every, int most, int least, int greatest) => random.Next(every) != 0
        ? []
        : [.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => random.Next(least, greatest + 1)).Where(n => n != 0 || least == 0).Distinct()];
}
