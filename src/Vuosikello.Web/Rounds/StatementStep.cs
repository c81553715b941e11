using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Rounds;

/// <summary>One step of writing a statement: a clause, or after the last one the remark on the whole.</summary>
/// <param name="Key">What stands in the address: the clause's id or <see cref="RoundAddresses.Whole"/>.</param>
/// <param name="Document">Null at the remark on the whole.</param>
/// <param name="Clause">Null at the remark on the whole.</param>
/// <param name="Number">Which clause it is, from 1; null at the remark on the whole.</param>
/// <param name="Count">How many clauses there are.</param>
/// <param name="Previous">The key of the step before; null at the first.</param>
/// <param name="Next">The key of the step after; null at the last.</param>
/// <param name="Stand">What the draft says; null at the remark on the whole and where nothing is drafted.</param>
/// <param name="Text">The text in the draft; empty where there is none.</param>
public sealed record StatementStep(
    PartnerId Partner, string Key, FrozenDocument? Document, FrozenClause? Clause, int? Number, int Count, string? Previous, string? Next, DraftedStand? Stand, LocalText Text)
{
    /// <returns>Null when the round has no such clause.</returns>
    public static StatementStep? Find(CommentRound round, PartnerId partner, string key)
    {
        var statement = round.StatementOf(partner);
        var clauses = round.Documents.SelectMany(d => d.Clauses, (document, clause) => (Document: document, Clause: clause)).ToArray();
        if (key == RoundAddresses.Whole)
            return new(partner, key, null, null, null, clauses.Length, KeyOf(clauses.LastOrDefault().Clause), null, null, statement?.General?.Text ?? LocalText.Empty);

        int at = Array.FindIndex(clauses, c => KeyOf(c.Clause) == key);
        if (at < 0) return null;
        var (found, wanted) = clauses[at];
        var stand = statement?.DraftOf(wanted.Id)?.Stand;
        return new(
            partner, key, found, wanted, at + 1, clauses.Length, at > 0 ? KeyOf(clauses[at - 1].Clause) : null,
            at + 1 < clauses.Length ? KeyOf(clauses[at + 1].Clause) : RoundAddresses.Whole, stand, stand?.Text ?? LocalText.Empty);
    }

    /// <summary>The form; the text is shown in the language it is in, which the form remembers.</summary>
    public FormValues Write(string language) => FormValues.Empty
        .With("stance", Stand?.Stance?.ToString()).With("text", Text.In(language)).With("lang", Text.LanguageOf(language));

    /// <summary>What the form says. Texts in other languages than the form's stay.</summary>
    public DraftStatement Read(FormValues values, RoundId round, long version)
    {
        var text = RemarkText.With(Text, values["lang"], values["text"]);
        if (Clause is null) return new DraftStatement(round, Partner, version, [], text);
        var stance = Enum.TryParse<Stance>(values["stance"], out var chosen) && Enum.IsDefined(chosen) ? chosen : (Stance?)null;
        return new DraftStatement(round, Partner, version, [new DraftedStand(Clause.Id, stance, text)]);
    }

    private static string? KeyOf(FrozenClause? clause) => clause?.Id.ToString();
}

/// <summary>Remarks and answers are written in one language at a time, the one the page is in or the one they are already in.</summary>
public static class RemarkText
{
    /// <summary>The text with one language replaced.</summary>
    public static LocalText With(LocalText before, string language, string text) => language switch
    {
        "sv" => new LocalText(before.Fi, text, before.En),
        "en" => new LocalText(before.Fi, before.Sv, text),
        _ => new LocalText(text, before.Sv, before.En),
    };
}
