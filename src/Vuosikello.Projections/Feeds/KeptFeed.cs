using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Projections.Feeds.Items;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Projections.Feeds;

/// <summary>A feed with what it was made from.</summary>
/// <param name="Until">From then on it is another one, whatever happens.</param>
internal sealed record KeptFeed(Feed Feed, PartnershipView Partnership, ImmutableArray<SourceState> States, Instant Until)
{
    public IEnumerable<IItemSource> Sources => States.Select(state => state.Source);

    /// <summary>Whether nothing at all has changed: what each request looks at, and allocates nothing for.</summary>
    public bool StillHolds(PartnershipView partnership, Instant now)
    {
        if (now >= Until || !ReferenceEquals(partnership, Partnership)) return false;
        foreach (var state in States)
        {
            if (!ReferenceEquals(state.Source.Now(), state)) return false;
        }
        return true;
    }

    /// <summary>Whether what changed is neither in the feed nor was.</summary>
    public bool IsUntouched(FeedKey key, PartnershipView partnership, ImmutableArray<SourceState> states, FeedMembership membership, Instant now)
    {
        if (now >= Until || states.Length != States.Length) return false;
        bool sameNames = ReferenceEquals(partnership.State, Partnership.State)
            || (ReferenceEquals(partnership.State.WorkingGroups, Partnership.State.WorkingGroups) && FeedNames.Title(partnership.State, key) == FeedNames.Title(Partnership.State, key));
        if (!sameNames) return false;
        for (int i = 0; i < states.Length; i++)
        {
            if (!ReferenceEquals(states[i].Source, States[i].Source) || !states[i].Recent.TryTell(States[i].Recent.Version, out var changes)) return false;
            foreach (var change in changes)
            {
                if ((change.Before is { } before && membership.Holds(before)) || (change.After is { } after && membership.Holds(after))) return false;
            }
        }
        return true;
    }
}
