using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="RemoveReviewRemark"/>.</summary>
internal sealed class RemoveReviewRemarkHandler(ReviewRunner runner) : IRequestHandler<Send<RemoveReviewRemark>, Outcome>
{
    public Task<Outcome> Handle(Send<RemoveReviewRemark> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
