using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.History.Sentences;

/// <summary>The fields of an agreement in words; null stays null where a value was not known before.</summary>
internal sealed class AgreementValues(Telling telling, DocumentWords documents)
{
    private const string Nothing = "–";

    private static string Language => Telling.Language;

    public string? Of(AgreementKind? kind) => kind is null ? null : telling.Texts.History[$"AgreementKind.{kind}"].Value;

    public string Under(AgreementId? under) => under is { } framework ? documents.Agreement(telling, framework) : Nothing;

    public string? Of(AgreementTerm? term)
    {
        if (term is null) return null;
        string span = term.Until is { } until ? TimeInWords.Span(term.From, until, Language, withYear: true) : $"{TimeInWords.Date(term.From, Language)} –";
        return term.RenewedByMonths is { } months ? $"{span}; {telling.Texts.History["RenewedBy", months].Value}" : span;
    }

    public string Of(NoticePeriod? notice) => notice is null ? Nothing : telling.Texts.History[$"Notice.{notice.Unit}{(notice.Count == 1 ? ".1" : "")}", notice.Count].Value;

    public string Of(LocalDate? day) => day is { } date ? TimeInWords.Date(date, Language) : Nothing;

    public string? Of(ValueList<RulesReference>? rules) => rules switch
    {
        null => null,
        { Count: 0 } => Nothing,
        _ => string.Join(", ", rules.Select(r => r.Version)),
    };

    /// <summary>A line for each commitment, so that a redline shows which of them changed.</summary>
    public LocalText? Of(ValueList<Commitment>? commitments) => commitments is null ? null : InEach(language => commitments.Select(c =>
        $"{telling.Partnership.NameOf(c.By).In(language)}: {c.What.In(language)} ({Due(c.Due)})"));

    public static LocalText? Of(ValueList<Attachment>? attachments) => attachments is null ? null : InEach(language => attachments.Select(a => $"{a.Title.In(language)}, {a.Link}, {a.Sha256}"));

    private string Due(CommitmentDue due) => due.Year is { } year
        ? TimeInWords.Date(due.In(year)!.Value, Language)
        : telling.Texts.History["EveryYear", TimeInWords.Date(due.In(2028)!.Value, Language, withYear: false)].Value;

    // The lines are in the reader's language; the text is told in that language only.
    private static LocalText InEach(Func<string, IEnumerable<string>> lines)
    {
        string text = string.Join('\n', lines(LanguageSetup.Current));
        return LanguageSetup.Current switch { "sv" => new(sv: text), "en" => new(en: text), _ => new(text) };
    }
}
