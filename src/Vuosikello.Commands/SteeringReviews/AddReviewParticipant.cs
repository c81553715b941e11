using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="AddReviewParticipant"/>.</summary>
internal sealed class AddReviewParticipantHandler(ReviewRunner runner) : IRequestHandler<Send<AddReviewParticipant>, Outcome>
{
    public Task<Outcome> Handle(Send<AddReviewParticipant> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
