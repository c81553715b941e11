using System.Globalization;
using NodaTime;

namespace Vuosikello.Calendars.Tests.Recurrence;

/// <summary>Dates as people list them: "1997-09 2 9 16-18, 1997-10 7".</summary>
internal static class DateLists
{
    public static IEnumerable<LocalDate> Read(string list) => list.Split(", ").SelectMany(OfMonth);

    private static IEnumerable<LocalDate> OfMonth(string text)
    {
        string[] words = text.Split(' ');
        int[] month = [.. words[0].Split('-').Select(Number)];
        foreach (string word in words[1..])
        {
            int[] days = [.. word.Split('-').Select(Number)];
            for (int day = days[0]; day <= days[^1]; day++) yield return new LocalDate(month[0], month[1], day);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
