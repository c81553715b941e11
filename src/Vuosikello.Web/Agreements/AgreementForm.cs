using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>The fields of an agreement in forms, and back.</summary>
public static class AgreementForm
{
    public static FormValues Write(AgreementContent content) => FormValues.Empty
        .With("title", content.Title)
        .With("kind", content.Kind.ToString())
        .With("under", content.Under?.Slug)
        .With("parties", content.Parties.Select(p => p.Value))
        .With("from", FormText.Iso(content.Term.From))
        .With("until", content.Term.Until is { } until ? FormText.Iso(until) : null)
        .With("renewed", Text(content.Term.RenewedByMonths))
        .With("notice", Text(content.Notice?.Count))
        .With("noticeUnit", (content.Notice?.Unit ?? NoticeUnit.Months).ToString())
        .With("amendedFrom", content.AmendedFrom is { } from ? FormText.Iso(from) : null)
        .With("rules", content.Rules.Select(Key));

    public static AgreementKind Kind(FormReader form) =>
        Enum.TryParse<AgreementKind>(form.Values["kind"], out var kind) && Enum.IsDefined(kind) ? kind : AgreementKind.Partnership;

    public static AgreementId? Under(FormReader form, PartnershipId partnership) =>
        form.Optional("under") is { } slug ? new AgreementId(partnership, slug) : null;

    public static ValueList<PartnerId> Parties(FormReader form) => form.Values.All("parties").Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).Select(p => new PartnerId(p)).ToValueList();

    /// <returns>Null when it could not be read; why, is then in the reader.</returns>
    /// <param name="form">What was typed.</param>
    public static AgreementTerm? Term(FormReader form)
    {
        var from = form.Date("from", AgreementFields.Term);
        var until = form.Optional("until") is { } typed ? form.DateOf(typed, AgreementFields.Term) : null;
        int? renewed = form.Optional("renewed") is null ? null : form.Number("renewed", AgreementFields.Term);
        return form.Problems.Count == 0 && from is { } day ? new AgreementTerm(day, until, renewed) : null;
    }

    /// <returns>Null for no right to give notice, and when it could not be read.</returns>
    /// <param name="form">What was typed.</param>
    public static NoticePeriod? Notice(FormReader form)
    {
        if (form.Optional("notice") is null) return null;
        var unit = form.Values["noticeUnit"] == nameof(NoticeUnit.Days) ? NoticeUnit.Days : NoticeUnit.Months;
        return form.Number("notice", AgreementFields.Notice) is { } count ? new NoticePeriod(count, unit) : null;
    }

    /// <summary>A version of the rules as the value of a box.</summary>
    public static string Key(RulesReference rules) => string.Create(CultureInfo.InvariantCulture, $"{rules.Version.Year}-{rules.Version.Ordinal}-{rules.Hash}");

    /// <summary>A whole new agreement without clauses, or null when something could not be read.</summary>
    public static AgreementContent? New(FormReader form, PartnershipId partnership)
    {
        var term = Term(form);
        var notice = Notice(form);
        return term is null || form.Problems.Count > 0
            ? null
            : new AgreementContent(Kind(form), Under(form, partnership), form.Text("title"), Parties(form), term, notice, null, [], [], [], []);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
