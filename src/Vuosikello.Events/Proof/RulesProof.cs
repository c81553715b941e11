using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Events.Proof;

/// <summary>What working rules' events say of the versions that were adopted: each hash is that of the text that the events before it made.</summary>
internal sealed class RulesProof(CheckEffort effort) : StreamProof(effort)
{
    private readonly HashSet<RulesReference> _adopted = [];
    private WorkingRules? _state;

    /// <summary>Tells whether this very version was adopted.</summary>
    public bool Has(RulesReference reference) => _adopted.Contains(reference);

    protected override int Clauses => _state?.Draft.Clauses.Count ?? 0;

    protected override MisfitReason? Next(Fact fact)
    {
        var before = _state;
        _state = WorkingRules.Evolve(before, fact);
        if (fact.Event is not RulesAdopted adopted || before is null) return null;
        _adopted.Add(new RulesReference(adopted.Version, adopted.Hash));
        // Every heading looks for its clauses among all of them.
        Effort.Spend(((long)before.Draft.Headings.Count * before.Draft.Clauses.Count) + before.Draft.Headings.Sum(h => (long)h.Title.Length) + before.Draft.Clauses.Sum(c => (long)c.Title.Length + c.Text.Length));
        return CanonicalText.HashOf(before.Draft.Canonical(before.Partnership)) == adopted.Hash ? null : MisfitReason.TextOfAnother;
    }
}
