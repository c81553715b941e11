using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Agreements;

/// <summary>What an agreement is made of, in the reader's words.</summary>
public sealed class AgreementWords(Texts texts)
{
    private static string Language => LanguageSetup.Current;

    /// <summary>From when until when, and what then.</summary>
    public string Of(AgreementTerm term)
    {
        string days = term.Until is { } last
            ? $"{TimeInWords.Date(term.From, Language)} – {TimeInWords.Date(last, Language)}"
            : texts.Agreement["Term.Open", TimeInWords.Date(term.From, Language)];
        return term.RenewedByMonths is { } months ? $"{days}; {texts.Agreement["Term.Renewed", Months(months)]}" : days;
    }

    public string Of(NoticePeriod? notice) => notice switch
    {
        null => texts.Agreement["Notice.None"],
        { Unit: NoticeUnit.Months } => Months(notice.Count),
        _ => Days(notice.Count),
    };

    public string Of(CommitmentDue due) => due.Year is { } year
        ? TimeInWords.Date(new LocalDate(year, due.Month, due.Day), Language)
        // A leap year has every day that a commitment can be due on.
        : texts.Agreement["EveryYear", TimeInWords.Date(new LocalDate(2000, due.Month, due.Day), Language, withYear: false)];

    public string Of(RulesReference rules) => texts.Agreement["Rules.Version", rules.Version];

    /// <summary>The party as it was called when the version was frozen, or as it is called now.</summary>
    public static LocalText Name(PartnerId party, AgreementVersion? version, Partnership partnership) =>
        version?.Parties.FirstOrDefault(p => p.Id == party)?.Name ?? partnership.NameOf(party);

    /// <summary>The section of the minutes, on one line: <c>§</c> and its number stay together.</summary>
    public static string Section(Approval approval) => approval.Section.Replace(' ', '\u00a0');

    public static string Names(IEnumerable<PartnerId> parties, Partnership partnership) =>
        string.Join(", ", parties.Select(p => partnership.NameOf(p).In(Language)));

    /// <summary>The value of a field, for choosing between two.</summary>
    /// <returns>A dash for what is empty.</returns>
    public string Of(object? value, Partnership partnership)
    {
        string words = value switch
        {
            null => "",
            LocalText text => string.Join("\n\n", new[] { text.Fi, text.Sv, text.En }.Where(t => t is not null)),
            AgreementKind kind => texts.Agreement[$"Kind.{kind}"],
            AgreementId under => under.Slug,
            ValueList<PartnerId> parties => Names(parties, partnership),
            AgreementTerm term => Of(term),
            NoticePeriod notice => Of(notice),
            LocalDate day => TimeInWords.Date(day, Language),
            ValueList<RulesReference> rules => string.Join(", ", rules.Select(Of)),
            ValueList<Commitment> commitments => string.Join("\n", commitments.Select(c => $"{partnership.NameOf(c.By).In(Language)}: {c.What.In(Language)} ({Of(c.Due)})")),
            ValueList<Attachment> attachments => string.Join("\n", attachments.Select(a => $"{a.Title.In(Language)}: {a.Link}")),
            _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
        };
        return words.Length == 0 ? "–" : words;
    }

    public string Months(int count) => texts.Agreement[count == 1 ? "Months.One" : "Months", count];

    private string Days(int count) => texts.Agreement[count == 1 ? "Days.One" : "Days", count];
}
