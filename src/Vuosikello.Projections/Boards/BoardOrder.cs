using System.Globalization;
using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Boards;

/// <summary>The order of a board: by start, then title as Finnish sorts (å, ä, ö last), then id. What has no hour starts at midnight.</summary>
internal sealed class BoardOrder : IComparer<ActivityView>
{
    public static readonly BoardOrder Instance = new();
    private readonly CompareInfo _finnish = CultureInfo.GetCultureInfo("fi-FI").CompareInfo;

    public int Compare(ActivityView? x, ActivityView? y)
    {
        if (ReferenceEquals(x, y) || x is null || y is null) return x is null ? y is null ? 0 : -1 : y is null ? 1 : 0;
        int order = Start(x.Details.Time).CompareTo(Start(y.Details.Time));
        if (order == 0) order = _finnish.Compare(x.Details.Title.In("fi"), y.Details.Title.In("fi"));
        return order != 0 ? order : x.Id.Value.CompareTo(y.Id.Value);
    }

    private static LocalDateTime Start(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => t.Start,
        ActivityTime.Recurring t => Start(t.First),
        _ => Occurrences.FirstDay(time).AtMidnight(),
    };
}
