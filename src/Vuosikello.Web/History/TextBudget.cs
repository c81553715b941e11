using Vuosikello.Domain;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.History;

/// <summary>
/// How much long text of what was before and after events one page shows: hundreds of them may each have hundreds of thousands of
/// characters, and to compare two texts costs more than to show them. What is over is linked. Not for two threads at a time.
/// </summary>
public sealed class TextBudget
{
    /// <summary>In UTF-16 code units of all languages; a usual page has a tenth of it.</summary>
    public const long Most = 200_000;

    /// <summary>Up to here a text is shown and not counted, as titles and names are.</summary>
    private const long Short = 500;

    private long _taken;

    /// <summary>Tells whether an event's long texts are still shown. Those of the first that has any always are: on its own page an event is the first.</summary>
    public bool Takes(Sentence sentence)
    {
        long length = sentence.Details.Where(IsLong).Sum(LengthOf);
        if (_taken > 0 && length > 0 && _taken + length > Most) return false;
        _taken += length;
        return true;
    }

    public static bool IsLong(Detail detail) => LengthOf(detail) > Short;

    private static long LengthOf(Detail detail) => detail switch
    {
        Detail.Change change => LengthOf(change.Before) + LengthOf(change.After),
        Detail.Quote quote => LengthOf(quote.Text),
        _ => 0,
    };

    private static long LengthOf(LocalText text) => LanguageSetup.All.Sum(language => (long)(text.Exactly(language)?.Length ?? 0));
}
