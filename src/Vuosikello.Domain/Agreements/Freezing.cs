using System.Globalization;
using Vuosikello.Domain.Documents;

namespace Vuosikello.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>The number that the draft will have when it is offered.</summary>
    public int NextNumber => Versions.Count + 1;

    /// <summary>
    /// The draft as it stands now, for a round: its clauses, and its commitments as a last section. The hash is that of the draft's canonical
    /// text, which does not name the parties yet.
    /// </summary>
    public FrozenDocument Freeze() => new(
        DocumentKind.Agreement, Id.ToString(), Version, Draft.Title,
        CanonicalText.HashOf(AgreementText.Of(Id, NextNumber, Draft, [])),
        [.. Draft.Clauses.Select(Frozen), .. Draft.Commitments.Select(Frozen)]);

    private static FrozenClause Frozen(AgreementClause clause, int index) =>
        new(clause.Id, (index + 1).ToString(CultureInfo.InvariantCulture), clause.Title, clause.Text);

    private FrozenClause Frozen(Commitment commitment, int index) =>
        new(new ClauseId(commitment.Id.Value), string.Create(CultureInfo.InvariantCulture, $"{Draft.Clauses.Count + 1}.{index + 1}"), LocalText.Empty, commitment.What,
            Commitment: new FrozenCommitment(commitment.By, commitment.Due));
}
