using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.CommentRounds;

/// <summary>Queries on the comment rounds. They hold drafts too: whoever shows them looks first whose they are.</summary>
public interface IRoundViews : IAggregateViews<RoundId, CommentRound>;

/// <summary>All comment rounds.</summary>
internal sealed class RoundViews() : AggregateViews<RoundId, CommentRound>("comment-rounds"), IRoundViews
{
    protected override bool IsOf(StreamName stream, out RoundId id) => Streams.IsOf(stream, out id);

    protected override PartnershipId PartnershipOf(RoundId id) => id.Partnership;
}
