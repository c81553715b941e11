using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>A time of day, or two, as people and programs write them: <c>klo 17</c>, <c>17.00–19.30</c>, <c>5:30 pm</c>, Excel's part of a day.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The second; null where there is one only.</param>
/// <param name="StartsNextDay">The first is 24.00.</param>
/// <param name="EndsNextDay">The second is 24.00.</param>
internal readonly partial record struct WrittenClock(LocalTime Start, LocalTime? End, bool StartsNextDay, bool EndsNextDay)
{
    private const int MinutesOfDay = 24 * 60;
    private const int Longest = 100;

    /// <returns>Null when it is none.</returns>
    public static WrittenClock? Read(string cell)
    {
        if (cell.Length > Longest) return null;
        string text = Folded.Letters(cell).Replace('–', '-').Replace('—', '-').Replace('−', '-');
        if (Fraction().Match(text) is { Success: true } part) text = OfFraction(part.Groups["f"].Value);
        if (Pattern().Match(text) is not { Success: true } match) return null;
        bool two = match.Groups["h2"].Success;
        // "5-7 pm": the second one's half of the day is the first one's too.
        string half = match.Groups["p"].Success ? match.Groups["p"].Value : match.Groups["p2"].Value;
        if (Minutes(match.Groups["h"].Value, match.Groups["m"].Value, half) is not { } start) return null;
        int? end = two ? Minutes(match.Groups["h2"].Value, match.Groups["m2"].Value, match.Groups["p2"].Value) : null;
        if (two && end is null) return null;
        return new(At(start), end is { } e ? At(e) : null, start == MinutesOfDay, end == MinutesOfDay);
    }

    /// <summary>From the digits behind the comma of Excel's numbers to a time of day, to the minute.</summary>
    public static string OfFraction(string digits)
    {
        decimal part = decimal.Parse($"0.{digits}", CultureInfo.InvariantCulture);
        int minutes = (int)decimal.Round(part * MinutesOfDay, MidpointRounding.AwayFromZero);
        return FormattableString.Invariant($"{minutes / 60}:{minutes % 60:00}");
    }

    private static LocalTime At(int minutes) => LocalTime.FromMinutesSinceMidnight(minutes % MinutesOfDay);

    private static int? Minutes(string hour, string minute, string half)
    {
        int h = int.Parse(hour, CultureInfo.InvariantCulture), m = minute.Length > 0 ? int.Parse(minute, CultureInfo.InvariantCulture) : 0;
        if (half.Length > 0)
        {
            if (h is < 1 or > 12) return null;
            h = (h % 12) + (half[0] == 'p' ? 12 : 0);
        }
        return m < 60 && (h < 24 || (h == 24 && m == 0)) ? (h * 60) + m : null;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^((klo|kl|kello|at)\.? ?)?(?<h>\d{1,2})([.:](?<m>\d{2})([.:]\d{2}(\.\d+)?)?)?( ?(?<p>[ap])\.?m\.?)?( ?-+ ?(?<h2>\d{1,2})([.:](?<m2>\d{2})([.:]\d{2})?)?( ?(?<p2>[ap])\.?m\.?)?)?$", Plain)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^0[.,](?<f>\d{3,17})$", Plain)]
    private static partial Regex Fraction();
}
