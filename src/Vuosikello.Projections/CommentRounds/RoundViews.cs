using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Projections.CommentRounds;

/// <summary>Queries on the comment rounds. They hold drafts too: whoever shows them looks first whose they are.</summary>
public interface IRoundViews : IAggregateViews<RoundId, CommentRound>
{
    /// <summary>Whether an id is no person's but that of whoever came by a guest link.</summary>
    bool IsGuest(MemberId member);
}

/// <summary>All comment rounds.</summary>
internal sealed class RoundViews() : AggregateViews<RoundId, CommentRound>("comment-rounds"), IRoundViews
{
    private readonly ConcurrentDictionary<MemberId, RoundId> _guests = new();

    public bool IsGuest(MemberId member) => _guests.ContainsKey(member);

    public override void Clear()
    {
        base.Clear();
        _guests.Clear();
    }

    protected override bool IsOf(StreamName stream, out RoundId id) => Streams.IsOf(stream, out id);

    protected override PartnershipId PartnershipOf(RoundId id) => id.Partnership;

    protected override void Index(RoundId id, CommentRound state)
    {
        foreach (var link in state.GuestLinks) _guests[link.Guest] = id;
    }
}
