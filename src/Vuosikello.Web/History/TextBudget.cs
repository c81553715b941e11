using Vuosikello.Domain;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.History;

/// <summary>
/// How much long text of what was before and after events one page shows: hundreds of them may each have hundreds of thousands of
/// characters, and to compare two texts costs more than to show them. What is over is linked. Not for two threads at a time.
/// </summary>
/// <param name="firstWhole">
/// Whether the long texts of the first event that has any are shown however long they are, as on its own page, where it is the first. Otherwise each thing
/// is found by itself, and what is longer than <see cref="MostOfOne"/> only there.
/// </param>
public sealed class TextBudget(bool firstWhole = true)
{
    /// <summary>In UTF-16 code units of all languages; a usual page has a tenth of it.</summary>
    public const long Most = 200_000;

    /// <summary>How much of it one thing may have in a list from which each is found by itself.</summary>
    public const long MostOfOne = 20_000;

    /// <summary>Up to here a text is shown and not counted, as titles and names are.</summary>
    private const int Short = 500;

    private long _taken;

    /// <summary>Tells whether an event's long texts are still shown.</summary>
    public bool Takes(Sentence sentence) => Takes(sentence.Details.Where(IsLong).Sum(LengthOf));

    /// <summary>Tells whether so much long text is still shown.</summary>
    public bool Takes(long length)
    {
        if (firstWhole ? _taken > 0 && length > 0 && _taken + length > Most : length > MostOfOne || _taken + length > Most) return false;
        _taken += length;
        return true;
    }

    public static bool IsLong(Detail detail) => LengthOf(detail) > Short;

    /// <summary>The beginning of a text in each of its languages, as long as a text that is not counted may be.</summary>
    public static LocalText Beginning(LocalText text) => new(Beginning(text.Fi), Beginning(text.Sv), Beginning(text.En));

    public static long LengthOf(LocalText text) => LanguageSetup.All.Sum(language => (long)(text.Exactly(language)?.Length ?? 0));

    private static long LengthOf(Detail detail) => detail switch
    {
        Detail.Change change => LengthOf(change.Before) + LengthOf(change.After),
        Detail.Quote quote => LengthOf(quote.Text),
        _ => 0,
    };

    private static string? Beginning(string? text) =>
        text is null || text.Length <= Short ? text : text[..(char.IsHighSurrogate(text[Short - 1]) ? Short - 1 : Short)];
}
