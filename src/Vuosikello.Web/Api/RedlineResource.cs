using Vuosikello.Domain;
using Vuosikello.Projections.Redlines;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Api;

/// <summary>The difference of two texts in one language, word by word.</summary>
/// <param name="Language">fi, sv or en.</param>
/// <param name="Runs">In reading order: <c>same</c> and <c>removed</c> make up the text before, <c>same</c> and <c>added</c> the text after.</param>
public sealed record RedlineResource(string Language, IEnumerable<RedlineRun> Runs)
{
    /// <summary>One for each language in which the texts differ.</summary>
    public static IEnumerable<RedlineResource> Of(LocalText before, LocalText after) =>
        from language in LanguageSetup.All
        let texts = (Before: before.Exactly(language) ?? "", After: after.Exactly(language) ?? "")
        where texts.Before != texts.After
        select new RedlineResource(language, Redline.Of(texts.Before, texts.After));
}
