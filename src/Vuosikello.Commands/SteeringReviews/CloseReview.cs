using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="CloseReview"/>.</summary>
internal sealed class CloseReviewHandler(ReviewRunner runner) : IRequestHandler<Send<CloseReview>, Outcome>
{
    public Task<Outcome> Handle(Send<CloseReview> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
