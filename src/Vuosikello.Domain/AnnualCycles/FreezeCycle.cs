using System.Globalization;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.AnnualCycles;

public sealed partial record AnnualCycle
{
    /// <summary>
    /// The year and its activities as they stand, for a comment round. Activities of other years, cancelled and withdrawn ones
    /// are left out; the rest are in the order in which they start.
    /// </summary>
    public FrozenDocument Freeze(IEnumerable<Activity> activities)
    {
        var kept = activities
            .Where(a => a.Cycle == Id && a.Status is not (ActivityStatus.Cancelled or ActivityStatus.Withdrawn))
            .OrderBy(a => ActivityStart.Of(a.Details.Time).ToInstant()).ThenBy(a => a.Details.Title.In("fi"), StringComparer.Ordinal).ThenBy(a => a.Id.Value)
            .ToArray();
        string year = Texts.Iso(Id.Year);
        var text = new CanonicalText("annual-cycle", 1).Line("partnership", Id.Partnership.Value).Line("year", Id.Year).Line("emphasis", Emphasis);
        foreach (var activity in kept)
        {
            text.Line("activity", activity.Id.ToString()).Line("title", activity.Details.Title)
                .Line("time", Canonical(activity.Details.Time)).Line("description", activity.Details.Description);
        }
        return new FrozenDocument(
            DocumentKind.AnnualCycle, Id.ToString(), Version, new LocalText($"Vuosikello {year}", $"Årsklocka {year}", $"Annual cycle {year}"),
            CanonicalText.HashOf(text.ToString()),
            kept.Select(a => new FrozenClause(new ClauseId(a.Id.Value), "", a.Details.Title, a.Details.Description, a.Details.Time)).ToValueList());
    }

    private static string Canonical(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => $"exact {Texts.Iso(t.Start)} {Texts.Iso(t.End)} {t.Zone}",
        ActivityTime.Days t => $"days {Texts.Iso(t.First)} {Texts.Iso(t.Last)}",
        ActivityTime.Months t => $"months {Texts.Iso(t.First)} {Texts.Iso(t.Last)}",
        ActivityTime.Recurring t => $"recurring {Canonical(t.First)}; {Canonical(t.Rule)}; except {string.Join(' ', t.Exceptions.Select(Texts.Iso))}",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    private static string Canonical(Recurrence rule) => string.Create(CultureInfo.InvariantCulture,
        $"{rule.Frequency} {rule.Interval} until {Texts.Iso(rule.Until)} on {string.Join(' ', rule.Weekdays.Select(d => (int)d))} day {rule.MonthDay} week {rule.MonthWeek} {(int?)rule.MonthWeekday}");
}
