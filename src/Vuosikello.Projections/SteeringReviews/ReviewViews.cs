using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.SteeringReviews;

/// <summary>Queries on the steering reviews.</summary>
public interface IReviewViews : IAggregateViews<ReviewId, SteeringReview>;

/// <summary>All steering reviews.</summary>
internal sealed class ReviewViews() : AggregateViews<ReviewId, SteeringReview>("reviews"), IReviewViews
{
    protected override bool IsOf(StreamName stream, out ReviewId id) => Streams.IsOf(stream, out id);

    protected override PartnershipId PartnershipOf(ReviewId id) => id.Partnership;
}
