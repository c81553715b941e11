using System.Globalization;
using NodaTime;

namespace Vuosikello.Projections.Feeds;

/// <summary>
/// How long before the start a program reminds, as addresses say it: <c>15m</c>, <c>30m</c>, <c>1h</c>, <c>2h</c>, <c>1d</c>, <c>2d</c>, <c>7d</c>. These and no others:
/// each is a feed of its own, rendered for whoever asks.
/// </summary>
public static class FeedAlarm
{
    private const int MinutesOfHour = 60;
    private const int MinutesOfDay = 24 * MinutesOfHour;

    /// <summary>Nobody wants to be reminded earlier.</summary>
    private const int LongestDays = 28;

    private static readonly Duration[] Lengths =
    [
        Duration.FromMinutes(15), Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(2), Duration.FromDays(1), Duration.FromDays(2), Duration.FromDays(7),
    ];

    /// <summary>The length that comes nearest; of two that are as near the longer one, for rather too early than too late.</summary>
    public static Duration Nearest(Duration before) =>
        Lengths.Reverse().MinBy(length => length > before ? length - before : before - length);

    /// <summary>Reads a number of minutes, hours or days, of one minute to 28 days, as the nearest length that there is.</summary>
    public static bool TryRead(string? text, out Duration before)
    {
        before = Duration.Zero;
        if (text is not { Length: >= 2 and <= 6 }) return false;
        int minutes = text[^1] switch { 'm' => 1, 'h' => MinutesOfHour, 'd' => MinutesOfDay, _ => 0 };
        if (!int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return false;
        long all = (long)count * minutes;
        if (all is < 1 or > LongestDays * MinutesOfDay) return false;
        before = Nearest(Duration.FromMinutes(all));
        return true;
    }

    /// <summary>The same length is always said the same: in the largest unit of which it is a whole number.</summary>
    public static string Text(Duration before)
    {
        long minutes = (long)before.TotalMinutes;
        var (count, unit) = minutes % MinutesOfDay == 0 ? (minutes / MinutesOfDay, 'd') : minutes % MinutesOfHour == 0 ? (minutes / MinutesOfHour, 'h') : (minutes, 'm');
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
