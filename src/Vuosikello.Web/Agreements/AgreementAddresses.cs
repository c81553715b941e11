using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Agreements;

/// <summary>Where agreements are.</summary>
public static class AgreementAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/agreements";

    public static string Of(AgreementId id) => $"/{id.Partnership}/agreements/{id.Slug}";

    /// <summary>One version as it was frozen.</summary>
    public static string Of(AgreementId id, int version) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}?version={version}");

    public static string Edit(AgreementId id) => $"{Of(id)}/edit";

    /// <summary>Where the editor has a field; null for what it has none of.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="field">One of <see cref="AgreementFields"/>, or <c>clauses</c>.</param>
    public static string? Edit(AgreementId id, string field) => field switch
    {
        "clauses" or AgreementFields.Commitments or AgreementFields.Attachments => $"{Edit(id)}#{field}",
        AgreementFields.Title or AgreementFields.Kind or AgreementFields.Parties or AgreementFields.Term or AgreementFields.Notice or AgreementFields.AmendedFrom
            or AgreementFields.Rules => $"{Edit(id)}#field-{field}",
        AgreementFields.Under => $"{Edit(id)}#field-{AgreementFields.Kind}",
        _ => null,
    };

    public static string Sign(AgreementId id) => $"{Of(id)}/sign";

    /// <summary>The canonical text of a version, byte for byte what its hash is of.</summary>
    public static string Text(AgreementId id, int version) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/text?version={version}");

    /// <summary>The whole agreement for paper; of the draft when no version is named.</summary>
    public static string Pdf(AgreementId id, int? version) =>
        $"{Of(id)}/agreement.pdf{(version is { } number ? string.Create(CultureInfo.InvariantCulture, $"?version={number}") : "")}";
}
