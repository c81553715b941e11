using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="RemoveReviewParticipant"/>.</summary>
internal sealed class RemoveReviewParticipantHandler(ReviewRunner runner) : IRequestHandler<Send<RemoveReviewParticipant>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveReviewParticipant> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
