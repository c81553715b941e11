using System.Globalization;
using Vuosikello.Domain;

namespace Vuosikello.Web.Agreements;

/// <summary>Where agreements are.</summary>
public static class AgreementAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/agreements";

    public static string Of(AgreementId id) => $"/{id.Partnership}/agreements/{id.Slug}";

    /// <summary>One version as it was frozen.</summary>
    public static string Of(AgreementId id, int version) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}?version={version}");

    public static string Edit(AgreementId id) => $"{Of(id)}/edit";

    public static string Sign(AgreementId id) => $"{Of(id)}/sign";

    /// <summary>The canonical text of a version, byte for byte what its hash is of.</summary>
    public static string Text(AgreementId id, int version) => string.Create(CultureInfo.InvariantCulture, $"{Of(id)}/text?version={version}");

    /// <summary>The whole agreement for paper; of the draft when no version is named.</summary>
    public static string Pdf(AgreementId id, int? version) =>
        $"{Of(id)}/agreement.pdf{(version is { } number ? string.Create(CultureInfo.InvariantCulture, $"?version={number}") : "")}";
}
