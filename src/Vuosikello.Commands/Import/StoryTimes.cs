using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.Import;

/// <summary>
/// The times of a story: <c>2009-06-08 10:00</c>, or <c>today-10 10:00</c> and <c>today+14 16:00</c> for what a story tells of
/// the days on which it is imported, and <c>now</c> for the moment of the import. All in Europe/Helsinki.
/// </summary>
internal sealed partial class StoryTimes(Instant now)
{
    private readonly LocalDate _today = now.InZone(DateTimeZoneProviders.Tzdb[Zones.Helsinki]).Date;

    /// <summary>The year in Helsinki.</summary>
    public int RunningYear => _today.Year;

    /// <exception cref="FormatException">It is no moment.</exception>
    public Instant Read(string text) => text == "now" ? now : Times.ReadMoment(Relative().Replace(text, match => LocalDatePattern.Iso.Format(Day(match))));

    /// <summary>The value of <c>@2009-06-08</c> or <c>@today+14</c> (a date) or of the same with a time of day (an instant), in ISO 8601.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public string Value(string text) => text.Contains(' ', StringComparison.Ordinal)
        ? Read(text).ToString()
        : LocalDatePattern.Iso.Format(Times.ReadDay(Relative().Replace(text, match => LocalDatePattern.Iso.Format(Day(match)))));

    private LocalDate Day(Match match) => _today.PlusDays(int.Parse(match.Groups["days"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^today(?<days>[+-]\d{1,4})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relative();
}
