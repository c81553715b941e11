using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.Agreements;

/// <summary>Queries on agreements, their commitments and their parties.</summary>
public interface IAgreementViews : IAggregateViews<AgreementId, Agreement>;

/// <summary>The agreements of all partnerships.</summary>
internal sealed class AgreementViews() : AggregateViews<AgreementId, Agreement>("agreements"), IAgreementViews
{
    protected override bool IsOf(StreamName stream, out AgreementId id) => Streams.IsOf(stream, out id);

    protected override PartnershipId PartnershipOf(AgreementId id) => id.Partnership;
}
