using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;

namespace Vuosikello.Commands.CommentRounds;

/// <summary>The round that a change is said to follow from.</summary>
internal static class RemarkedRound
{
    /// <returns>Null when the command names no remark, or there is no such round.</returns>
    public static async ValueTask<CommentRound?> RoundRemarkedBy(this AggregateMemory memory, ICommand command, CancellationToken ct) =>
        command is ITracedCommand { Origin.Remark: { } remark } ? (await memory.Of<CommentRound>(Streams.Of(remark.Round)).Fresh(ct)).State : null;
}
