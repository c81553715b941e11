using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>
/// Tells when a row that by its key is an activity may well mean another one: a number that two people gave, a sample that both began with.
/// </summary>
internal static class AnotherActivity
{
    private const int ShortestWord = 3;

    /// <summary>True when neither a word of the title nor the day is that of what stands.</summary>
    public static bool Seems(ActivityDetails stands, SaidOfActivity said) =>
        !said.Title.IsEmpty && said.Time is { } time && ActivityStart.Of(time).Date != ActivityStart.Of(stands.Time).Date && !Words(stands.Title).Overlaps(Words(said.Title));

    private static HashSet<string> Words(LocalText title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string? text in (ReadOnlySpan<string?>)[title.Fi, title.Sv, title.En])
        {
            if (text is null) continue;
            string letters = string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
            words.UnionWith(letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord));
        }
        return words;
    }
}
