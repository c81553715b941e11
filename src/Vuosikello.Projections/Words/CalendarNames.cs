using NodaTime;

namespace Vuosikello.Projections.Words;

/// <summary>
/// The names of months and weekdays in <c>fi</c>, <c>sv</c> and <c>en</c> (anything else means Finnish). Our own tables, so that the
/// same words come out on every machine, whatever its locale data.
/// </summary>
public static class CalendarNames
{
    private static readonly string[] MonthsFi =
        ["tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"];

    private static readonly string[] MonthsSv =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] WeekdaysFi = ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"];
    private static readonly string[] WeekdaysSv = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
    private static readonly string[] WeekdaysEn = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] ShortFi = ["ma", "ti", "ke", "to", "pe", "la", "su"];
    private static readonly string[] ShortSv = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];
    private static readonly string[] ShortEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>The month's name in full: <c>maaliskuu</c>, <c>mars</c>, <c>March</c>.</summary>
    /// <param name="month">1 to 12.</param>
    public static string Month(int month, string language) => language switch
    {
        "sv" => MonthsSv[month - 1],
        "en" => MonthsEn[month - 1],
        _ => MonthsFi[month - 1],
    };

    /// <summary>The month's name shortened as far as it stays a word in its language: <c>maalis</c>, <c>mars</c>, <c>Mar</c>.</summary>
    /// <param name="month">1 to 12.</param>
    public static string ShortMonth(int month, string language) => language switch
    {
        "sv" => MonthsSv[month - 1].Length <= 4 ? MonthsSv[month - 1] : MonthsSv[month - 1][..3],
        "en" => MonthsEn[month - 1][..3],
        _ => MonthsFi[month - 1][..^3],
    };

    /// <summary>The weekday's name in full: <c>tiistai</c>, <c>tisdag</c>, <c>Tuesday</c>.</summary>
    public static string Weekday(IsoDayOfWeek day, string language) => language switch
    {
        "sv" => WeekdaysSv[(int)day - 1],
        "en" => WeekdaysEn[(int)day - 1],
        _ => WeekdaysFi[(int)day - 1],
    };

    /// <summary>The weekday's usual abbreviation: <c>ti</c>, <c>tis</c>, <c>Tue</c>.</summary>
    public static string ShortWeekday(IsoDayOfWeek day, string language) => language switch
    {
        "sv" => ShortSv[(int)day - 1],
        "en" => ShortEn[(int)day - 1],
        _ => ShortFi[(int)day - 1],
    };
}
