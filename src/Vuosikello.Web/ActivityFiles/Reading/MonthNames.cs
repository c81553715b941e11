using Vuosikello.Projections.Words;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Months by what they are called in Finnish, Swedish and English, whole or shortened.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> ByName = Make();

    /// <param name="folded">In lower case without diacritics.</param>
    public static int? Find(string folded) => ByName.TryGetValue(folded.TrimEnd('.'), out int month) ? month : null;

    private static Dictionary<string, int> Make()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int month = 1; month <= 12; month++)
        {
            foreach (string language in (ReadOnlySpan<string>)["fi", "sv", "en"])
            {
                string name = Folded.Letters(CalendarNames.Month(month, language));
                names[name] = month;
                names[Folded.Letters(CalendarNames.ShortMonth(month, language))] = month;
                if (language == "fi") names[name + "ta"] = names[name + "ssa"] = month;
                else if (name.Length > 3) names[name[..3]] = month;
            }
        }
        return names;
    }
}
