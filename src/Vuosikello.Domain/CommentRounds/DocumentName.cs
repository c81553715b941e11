using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>Which document it is, whatever its version.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">As <see cref="FrozenDocument.Id"/> has it.</param>
public readonly record struct DocumentName(DocumentKind Kind, string Id)
{
    public static DocumentName OfRules(PartnershipId partnership) => new(DocumentKind.WorkingRules, partnership.Value);
    public static DocumentName Of(AgreementId agreement) => new(DocumentKind.Agreement, agreement.ToString());
    public static DocumentName Of(CycleId cycle) => new(DocumentKind.AnnualCycle, cycle.ToString());
    public static DocumentName Of(FrozenDocument document) => new(document.Kind, document.Id);

    /// <summary>The agreement, where the document is one.</summary>
    public AgreementId Agreement(PartnershipId partnership) => new(partnership, Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..]);
}
