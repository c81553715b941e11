using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>What the rows of an agenda have to fulfil.</summary>
internal static class AgendaRules
{
    private const string Field = ActivityFields.Agenda;

    /// <summary>What rows break by themselves. Two rows may begin at once: groups work side by side.</summary>
    public static IEnumerable<Problem> Rows(ValueList<AgendaRow> agenda) =>
    [
        .. Texts.Few(agenda, DetailsRules.ListLimit, Field),
        .. agenda.SelectMany(row => Texts.Required(row.Title, Field, Texts.NameLimit)).Distinct(),
        .. agenda.Zip(agenda.Skip(1))
            .Where(pair => pair.Second.Start < pair.First.Start)
            .Select(pair => new Problem(ProblemCodes.AgendaOutOfOrder, Field, [Texts.Iso(pair.Second.Start), Texts.Iso(pair.First.Start)])),
    ];

    /// <summary>What rows break together with the time: they are on the first day, from the start to the end or midnight.</summary>
    public static IEnumerable<Problem> Within(ValueList<AgendaRow> agenda, ActivityTime time)
    {
        if (agenda.Count == 0) return [];
        if (OnTheClock(time) is not { } exact)
            return [new Problem(ProblemCodes.AgendaNeedsClockTime, Field)];
        var end = exact.End.Date > exact.Start.Date ? LocalTime.MaxValue : exact.End.TimeOfDay;
        return agenda
            .Where(row => row.Start < exact.Start.TimeOfDay || row.Start > end)
            .Select(row => new Problem(ProblemCodes.AgendaOutsideTime, Field, [Texts.Iso(row.Start), Texts.Iso(exact.Start), Texts.Iso(exact.End)]));
    }

    /// <summary>
    /// The rows earlier or later by as much as the start moves on the clock. As they were when either time has no clock time,
    /// or when they would leave the day or not be <see cref="Within"/> the new time.
    /// </summary>
    public static ValueList<AgendaRow> MovedAlong(ValueList<AgendaRow> agenda, ActivityTime from, ActivityTime to)
    {
        if (OnTheClock(from) is not { } before || OnTheClock(to) is not { } after) return agenda;
        long by = after.Start.NanosecondOfDay - before.Start.NanosecondOfDay;
        if (agenda.Any(row => row.Start.NanosecondOfDay + by is < 0 or >= NodaConstants.NanosecondsPerDay)) return agenda;
        var moved = agenda.Select(row => row with { Start = LocalTime.FromNanosecondsSinceMidnight(row.Start.NanosecondOfDay + by) }).ToValueList();
        return Within(moved, to).Any() ? agenda : moved;
    }

    private static ActivityTime.Exact? OnTheClock(ActivityTime time) => (time is ActivityTime.Recurring recurring ? recurring.First : time) as ActivityTime.Exact;
}
