using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Forms;

/// <summary>How something recurs, in a form and back.</summary>
public static class RecurrenceForm
{
    private const string Field = ActivityFields.Time;

    public static FormValues Write(FormValues values, ActivityTime.Recurring time)
    {
        var rule = time.Rule;
        return values
            .With("time.frequency", rule.Frequency.ToString().ToLowerInvariant())
            .With("time.interval", rule.Interval.ToString(CultureInfo.InvariantCulture))
            .With("time.until", FormText.Iso(rule.Until))
            .With("time.weekday", rule.Weekdays.Select(d => ((int)d).ToString(CultureInfo.InvariantCulture)))
            .With("time.monthly", MonthlyName(rule))
            .With("time.exceptions", string.Join("\n", time.Exceptions.Select(FormText.Iso)));
    }

    /// <param name="form">What was typed.</param>
    /// <param name="first">The first occurrence, from which "the same day of the month" is read; null when that could not be read.</param>
    public static Recurrence? Read(FormReader form, ActivityTime? first)
    {
        var frequency = FrequencyOf(form);
        var interval = form.Optional("time.interval") is null ? 1 : form.Number("time.interval", Field);
        var until = form.Date("time.until", Field);
        if (first is null || frequency is not { } unit || interval is not { } every || until is not { } last) return null;

        var day = Occurrences.FirstDay(first);
        return unit switch
        {
            Frequency.Weekly => new Recurrence(unit, every, last, Weekdays(form)),
            Frequency.Monthly => Monthly(form.Values["time.monthly"], every, last, day),
            _ => new Recurrence(unit, every, last, []),
        };
    }

    public static ValueList<LocalDate>? Exceptions(FormReader form)
    {
        var days = new SortedSet<LocalDate>();
        foreach (string typed in form.Values["time.exceptions"].Split(['\n', ',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (form.DateOf(typed, Field) is not { } day) return null;
            days.Add(day);
        }
        return days.ToValueList();
    }

    private static Recurrence Monthly(string kind, int every, LocalDate until, LocalDate day) => kind switch
    {
        "week" => new(Frequency.Monthly, every, until, [], MonthWeek: ((day.Day - 1) / 7) + 1 is var week and <= 4 ? week : -1, MonthWeekday: day.DayOfWeek),
        "lastWeek" => new(Frequency.Monthly, every, until, [], MonthWeek: -1, MonthWeekday: day.DayOfWeek),
        "lastDay" => new(Frequency.Monthly, every, until, [], MonthDay: -1),
        _ => new(Frequency.Monthly, every, until, [], MonthDay: day.Day),
    };

    private static string? MonthlyName(Recurrence rule) => rule switch
    {
        { Frequency: not Frequency.Monthly } => null,
        { MonthWeek: -1 } => "lastWeek",
        { MonthWeek: not null } => "week",
        { MonthDay: -1 } => "lastDay",
        _ => "day",
    };

    private static Frequency? FrequencyOf(FormReader form)
    {
        if (form.Values["time.frequency"] switch { "daily" => Frequency.Daily, "weekly" => Frequency.Weekly, "monthly" => Frequency.Monthly, _ => (Frequency?)null } is { } known)
            return known;
        form.Refuse(FormProblems.NotAChoice, Field);
        return null;
    }

    private static ValueList<IsoDayOfWeek> Weekdays(FormReader form) => form.Values.All("time.weekday")
        .Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int day) ? day : 0)
        .Where(d => d is >= 1 and <= 7).Distinct().Order().Select(d => (IsoDayOfWeek)d).ToValueList();
}
