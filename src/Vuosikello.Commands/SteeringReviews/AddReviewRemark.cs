using MediatR;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Carries out <see cref="AddReviewRemark"/>.</summary>
internal sealed class AddReviewRemarkHandler(ReviewRunner runner) : IRequestHandler<Send<AddReviewRemark>, Outcome>
{
    public Task<Outcome> Handle(Send<AddReviewRemark> request, CancellationToken cancellationToken) => runner.Run(request, cancellationToken);
}
