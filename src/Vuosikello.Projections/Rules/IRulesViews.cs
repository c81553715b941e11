using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.Rules;

/// <summary>Queries on working rules: a partnership has one set, or none yet.</summary>
public interface IRulesViews : IAggregateViews<PartnershipId, WorkingRules>;

internal sealed class RulesViews() : AggregateViews<PartnershipId, WorkingRules>("rules"), IRulesViews
{
    protected override bool IsOf(StreamName stream, out PartnershipId id) => Streams.IsOfRules(stream, out id);

    protected override PartnershipId PartnershipOf(PartnershipId id) => id;
}
