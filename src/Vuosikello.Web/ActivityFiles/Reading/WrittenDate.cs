using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Days or months as people and programs write them in a cell, perhaps with times of day behind them.</summary>
/// <param name="First">The day, or the month's first.</param>
/// <param name="Last">The last day, or the last month's first; null where the cell names one only.</param>
/// <param name="IsMonth">Months and not days.</param>
/// <param name="Clock">What stands behind a day; null for nothing.</param>
internal readonly record struct WrittenDate(LocalDate First, LocalDate? Last, bool IsMonth, string? Clock)
{
    /// <summary>The last month or day.</summary>
    public LocalDate End => Last ?? First;

    /// <summary>No year is written: that of the import was taken.</summary>
    public bool YearAssumed { get; init; }
}

/// <summary>
/// Reads dates. What could mean two days is refused rather than guessed: <c>03/04/2026</c>, <c>3.4.26</c> of another year, a number that Excel
/// may have meant as a day of another year. A date without a year is of the year that is imported into.
/// </summary>
/// <param name="year">That year.</param>
internal sealed partial class WrittenDates(int year)
{
    private const int Longest = 100;
    private static readonly LocalDate ExcelZero = new(1899, 12, 30);

    /// <returns>One of <see cref="FileNotes"/> when it is no date; null when it is one.</returns>
    public string? Read(string cell, out WrittenDate date)
    {
        date = default;
        if (cell.Length > Longest) return FileNotes.NotADate;
        string text = WithoutWeekday(Folded.Letters(cell).Replace('–', '-').Replace('—', '-').Replace('−', '-').Replace('‐', '-').Replace('‑', '-'));
        foreach (var (pattern, read) in (ReadOnlySpan<(Regex, Reader)>)[
            (Dotted(), Days), (TwoOfAMonth(), Days), (Iso(), Days), (IsoMonth(), Months), (NumberedMonth(), Months), (NamedMonth(), NamedMonths),
            (NamedDay(), OfNamedMonth), (Slashed(), OfSlashes), (Number(), OfNumber)])
        {
            if (pattern.Match(text) is { Success: true } match && read(match, out date) is var wrong && wrong != FileNotes.NotADate) return wrong;
        }
        return FileNotes.NotADate;
    }

    private delegate string? Reader(Match match, out WrittenDate date);

    private string? Days(Match match, out WrittenDate date)
    {
        date = default;
        if (Year(match, "y2") is not { } lastYear || Year(match, "y", match.Groups["y2"].Success ? lastYear : year) is not { } firstYear) return FileNotes.ShortYear;
        bool two = match.Groups["d2"].Success;
        int lastMonth = match.Groups["m2"].Success ? Of(match, "m2") : match.Groups["m"].Success ? Of(match, "m") : 0;
        if (two && !match.Groups["y2"].Success) lastYear = firstYear;
        if (Day(firstYear, match.Groups["m"].Success ? Of(match, "m") : lastMonth, Of(match, "d")) is not { } first) return FileNotes.NoSuchDay;
        LocalDate? last = two ? Day(lastYear, lastMonth, Of(match, "d2")) : null;
        if (two && last is null) return FileNotes.NoSuchDay;
        // "28.12.-3.1.2027": the year that is written is the second day's.
        if (last < first && match.Groups["y2"].Success && !match.Groups["y"].Success) first = first.PlusYears(-1);
        date = new(first, last, false, Clock(match)) { YearAssumed = !match.Groups["y"].Success && !match.Groups["y2"].Success };
        return null;
    }

    private string? Months(Match match, out WrittenDate date)
    {
        date = default;
        if (Day(Of(match, "y"), Of(match, "m"), 1) is not { } first) return FileNotes.NoSuchDay;
        LocalDate? last = match.Groups["m2"].Success ? Day(Of(match, "y2"), Of(match, "m2"), 1) : null;
        date = new(first, last, true, null);
        return match.Groups["m2"].Success && last is null ? FileNotes.NoSuchDay : null;
    }

    // "maalis-huhtikuu 2026": the first name leans on the second.
    private string? NamedMonths(Match match, out WrittenDate date)
    {
        date = default;
        string second = match.Groups["n2"].Value;
        int? first = MonthNames.Find(match.Groups["n"].Value), last = second.Length > 0 ? MonthNames.Find(second) : null;
        if (first is null || (second.Length > 0 && last is null)) return FileNotes.NotADate;
        int lastYear = match.Groups["y"].Success ? Of(match, "y") : year;
        if (Day(lastYear - (last < first ? 1 : 0), first.Value, 1) is not { } from) return FileNotes.NoSuchDay;
        date = new(from, last is { } month ? new LocalDate(lastYear, month, 1) : null, true, null) { YearAssumed = !match.Groups["y"].Success };
        return null;
    }

    private string? OfNamedMonth(Match match, out WrittenDate date)
    {
        date = default;
        if (MonthNames.Find(match.Groups["n"].Value) is not { } month) return FileNotes.NotADate;
        if (Day(match.Groups["y"].Success ? Of(match, "y") : year, month, Of(match, "d")) is not { } day) return FileNotes.NoSuchDay;
        date = new(day, null, false, Clock(match)) { YearAssumed = !match.Groups["y"].Success };
        return null;
    }

    private static string? OfSlashes(Match match, out WrittenDate date)
    {
        date = default;
        int one = Of(match, "d"), two = Of(match, "m"), of = Of(match, "y");
        if (one <= 12 && two <= 12 && one != two) return FileNotes.AmbiguousDate;
        if ((one > 12 ? Day(of, two, one) : Day(of, one, two)) is not { } day) return FileNotes.NoSuchDay;
        date = new(day, null, false, Clock(match));
        return null;
    }

    // Excel counts days from 1900 and takes that year for a leap year; a number is taken only when it is a day of the year at hand.
    private string? OfNumber(Match match, out WrittenDate date)
    {
        var day = ExcelZero.PlusDays(Of(match, "d"));
        string? clock = match.Groups["f"].Success ? WrittenClock.OfFraction(match.Groups["f"].Value) : null;
        date = new(day, null, false, clock);
        return day.Year == year ? null : FileNotes.DayNumber;
    }

    private int? Year(Match match, string group, int? otherwise = null)
    {
        if (!match.Groups[group].Success) return otherwise ?? year;
        int written = Of(match, group);
        if (written >= 100) return written;
        return written == year % 100 ? year : null;
    }

    private static LocalDate? Day(int of, int month, int day)
    {
        if (of is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(of, month)) return null;
        return new LocalDate(of, month, day);
    }

    private static string? Clock(Match match) => match.Groups["clock"] is { Success: true, Value.Length: > 0 } clock ? clock.Value : null;

    private static int Of(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string WithoutWeekday(string text) => Weekday().Replace(text, "");

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(ma|ti|ke|to|pe|la|su|maanantai(na)?|tiistai(na)?|keskiviikko(na)?|torstai(na)?|perjantai(na)?|lauantai(na)?|sunnuntai(na)?|man|tis|ons|tors?|fre|lor|son|mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[.,]? +", Plain)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.(?<m>\d{1,2})\.? ?(?<y>\d{4}|\d{2})?( ?- ?(?<d2>\d{1,2})\.(?<m2>\d{1,2})\.? ?(?<y2>\d{4}|\d{2})?)?([, ]+(?<clock>.*))?$", Plain)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.? ?- ?(?<d2>\d{1,2})\.(?<m2>\d{1,2})\.? ?(?<y2>\d{4}|\d{2})?$", Plain)]
    private static partial Regex TwoOfAMonth();

    [GeneratedRegex(@"^(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})( ?(\.\.|-) ?(?<y2>\d{4})[-/](?<m2>\d{1,2})[-/](?<d2>\d{1,2}))?([t, ]+(?<clock>.*))?$", Plain)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})( ?(\.\.|-) ?(?<y2>\d{4})-(?<m2>\d{1,2}))?$", Plain)]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"^(?<m>\d{1,2})/(?<y>\d{4})( ?- ?(?<m2>\d{1,2})/(?<y2>\d{4}))?$", Plain)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(@"^(?<n>\p{L}+\.?)( ?- ?(?<n2>\p{L}+\.?))?( (?<y>\d{4}))?$", Plain)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^((?<d>\d{1,2})\.? (?<n>\p{L}+)\.?|(?<n>\p{L}+)\.? (?<d>\d{1,2})),?( (?<y>\d{4}))?([, ]+(?<clock>.*))?$", Plain)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})([, ]+(?<clock>.*))?$", Plain)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^(?<d>\d{5})([.,](?<f>\d{1,15}))?$", Plain)]
    private static partial Regex Number();
}
