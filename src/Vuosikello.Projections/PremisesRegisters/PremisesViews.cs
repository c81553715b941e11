using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.PremisesRegisters;

/// <summary>Queries on what partners lend.</summary>
public interface IPremisesViews : IAggregateViews<PartnershipId, PremisesRegister>;

/// <summary>The registers of premises of all partnerships.</summary>
internal sealed class PremisesViews() : AggregateViews<PartnershipId, PremisesRegister>("premises"), IPremisesViews
{
    protected override bool IsOf(StreamName stream, out PartnershipId id) => Streams.IsOfPremises(stream, out id);

    protected override PartnershipId PartnershipOf(PartnershipId id) => id;
}
