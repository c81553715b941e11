using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>What all slices of a steering review do: load its partnership and what a remark is tied to beside it, and decide.</summary>
internal sealed class ReviewRunner(AggregateRunner runner, AggregateMemory memory, SubjectFinder subjects)
{
    public Task<Outcome> Run<TCommand>(Send<TCommand> send, CancellationToken ct) where TCommand : class, IReviewCommand =>
        runner.Run<SteeringReview>(Streams.Of(send.Command.Review), send.Stamp, (state, token) => Decide(send, state, token), ct);

    private async ValueTask<Decision> Decide<TCommand>(Send<TCommand> send, SteeringReview? state, CancellationToken ct)
        where TCommand : class, IReviewCommand
    {
        var partnership = memory.Of<Partnership>(Streams.Of(send.Command.Review.Partnership)).Fresh(ct);
        var subject = send.Command is AddReviewRemark { About: { } about } ? await subjects.Find(about, send.Command.Review.Partnership, ct) : null;
        return SteeringReviewDecider.Decide(state, send.Command, new((await partnership).State, subject), send.Stamp);
    }
}
