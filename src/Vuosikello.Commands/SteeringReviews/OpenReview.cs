using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="OpenReview"/>.</summary>
internal sealed class OpenReviewHandler(ReviewRunner runner) : IRequestHandler<Send<OpenReview>, Outcome>
{
    public Task<Outcome> Handle(Send<OpenReview> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
