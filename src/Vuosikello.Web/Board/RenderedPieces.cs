using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Vuosikello.Domain;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Board;

/// <summary>
/// Keeps each activity's rendered pieces as long as its view lives: a change replaces the view, and with it goes what was
/// rendered of it, so a change costs what it touches and nothing is ever stale.
/// </summary>
public sealed class RenderedPieces
{
    private readonly ConditionalWeakTable<ActivityView, ConcurrentDictionary<Looks, Fragment>> _kept = [];

    public async ValueTask<Fragment> Get(ActivityView activity, PartnershipView partnership, BoardKey key, bool table, int number, ValueList<DueCommitment> commitments, Func<Task<Fragment>> render)
    {
        var looks = new Looks(key.Language, key.Members, table, number, partnership.State.Version, commitments);
        var pieces = _kept.GetValue(activity, _ => new());
        if (pieces.TryGetValue(looks, out var kept)) return kept;
        var fragment = await render();
        // A renamed area, another place in the year, or another commitment makes all earlier renderings useless.
        foreach (var old in pieces.Keys.Where(k => k.PartnershipVersion < looks.PartnershipVersion || k.Number != looks.Number || !k.Commitments.Equals(looks.Commitments))) pieces.TryRemove(old, out _);
        return pieces.GetOrAdd(looks, fragment);
    }

    private readonly record struct Looks(string Language, bool Members, bool Table, int Number, long PartnershipVersion, ValueList<DueCommitment> Commitments);
}
