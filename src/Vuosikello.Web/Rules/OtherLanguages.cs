using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Rules;

/// <summary>A clause stands in up to three languages, and says the same in all: who changes one is asked about the others.</summary>
public static class OtherLanguages
{
    /// <summary>The box by which an editor says that the other languages stay as they are.</summary>
    public const string Field = "others";

    public const string Stay = "stay";

    /// <summary>The languages whose text of a field stays as it was while another's changes; none when none or all change, or when only a translation is added.</summary>
    public static IEnumerable<string> AsBefore(RulesClause before, ProposedChange change) =>
        AsBefore(before.Title, change.Title ?? LocalText.Empty).Union(AsBefore(before.Text, change.Text ?? LocalText.Empty));

    /// <summary>What to ask the editor who sent a form; null when nothing, or when it was answered.</summary>
    public static Problem? Question(FormValues typed, RulesClause? before, ProposedChange change) =>
        before is not null && change.Kind == ProposalKind.Changed && typed[Field] != Stay && AsBefore(before, change).Any()
            ? new Problem(FormProblems.OtherLanguagesAsBefore, Field) : null;

    /// <summary>The same for who takes a proposal edited: what was proposed in a language may no longer say what is taken in another.</summary>
    public static Problem? Question(FormValues typed, ProposedChange proposed, ProposedChange edited) =>
        typed[Field] != Stay && AsBefore(proposed.Title ?? LocalText.Empty, edited.Title ?? LocalText.Empty)
            .Union(AsBefore(proposed.Text ?? LocalText.Empty, edited.Text ?? LocalText.Empty)).Any()
            ? new Problem(FormProblems.OtherLanguagesAsBefore, Field) : null;

    private static IEnumerable<string> AsBefore(LocalText before, LocalText after) =>
        LanguageSetup.All.Any(l => before.Exactly(l) is { } said && said != after.Exactly(l))
            ? LanguageSetup.All.Where(l => before.Exactly(l) is { } said && said == after.Exactly(l)) : [];
}
