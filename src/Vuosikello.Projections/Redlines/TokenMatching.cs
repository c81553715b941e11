namespace Vuosikello.Projections.Redlines;

/// <summary>
/// Finds which tokens of two sequences stay. Tokens that only one side has are left out first; then the sequences are cut at tokens that
/// each side has exactly once (as a patience sort orders them), and what is between is compared by Myers' greedy algorithm in rounds of
/// at most <see cref="RoundLimit"/> edits. (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1, 1986.)
/// </summary>
internal sealed class TokenMatching(int[] before, int[] after)
{
    /// <summary>The edits of one round of the greedy comparison; its memory grows with the square: 4 × 300² bytes.</summary>
    private const int RoundLimit = 300;

    private readonly bool[] _oldStays = new bool[before.Length];
    private readonly bool[] _newStays = new bool[after.Length];
    private readonly Stack<Region> _open = new();
    private CommonTokens _old = CommonTokens.None;
    private CommonTokens _new = CommonTokens.None;
    private UniqueTokens _unique = null!;

    /// <summary>Comparisons made so far.</summary>
    public long Effort { get; private set; }

    public bool Stays(int old, int now) => _oldStays[old] && _newStays[now];

    public bool IsRemoved(int old) => !_oldStays[old];

    public bool IsAdded(int now) => !_newStays[now];

    public void Run()
    {
        (_old, _new) = (CommonTokens.Of(before, after), CommonTokens.Of(after, before));
        _unique = new UniqueTokens(_old.Ids, _new.Ids);
        _open.Push(new(0, _old.Ids.Length, 0, _new.Ids.Length));
        while (_open.TryPop(out var region))
        {
            region = Trim(region);
            if (region.OldLength == 0 || region.NewLength == 0 || Effort >= Redline.EffortLimit) continue;
            if (region.IsRest || !Cut(region)) Compare(region);
        }
    }

    /// <summary>What both ends have in common stays.</summary>
    private Region Trim(Region region)
    {
        var (oldFrom, oldTo, newFrom, newTo, _) = region;
        while (oldFrom < oldTo && newFrom < newTo && _old.Ids[oldFrom] == _new.Ids[newFrom]) Stay(oldFrom++, newFrom++);
        while (oldFrom < oldTo && newFrom < newTo && _old.Ids[oldTo - 1] == _new.Ids[newTo - 1]) Stay(--oldTo, --newTo);
        return region with { OldFrom = oldFrom, OldTo = oldTo, NewFrom = newFrom, NewTo = newTo };
    }

    private bool Cut(Region region)
    {
        Effort += region.OldLength + region.NewLength;
        var cuts = _unique.In(region);
        if (cuts.Count == 0) return false;
        var (old, now) = (region.OldFrom, region.NewFrom);
        foreach (var (oldCut, newCut) in cuts)
        {
            Stay(oldCut, newCut);
            _open.Push(new(old, oldCut, now, newCut));
            (old, now) = (oldCut + 1, newCut + 1);
        }
        _open.Push(new(old, region.OldTo, now, region.NewTo));
        return true;
    }

    /// <summary>One round: to the ends of both, or as far as the round reaches, and the rest is a region of its own.</summary>
    private void Compare(Region region)
    {
        var reached = new GreedyRound(_old.Ids, _new.Ids, region, RoundLimit);
        Effort += reached.Run(Redline.EffortLimit - Effort, Stay);
        _open.Push(new(reached.Old, region.OldTo, reached.New, region.NewTo, IsRest: true));
    }

    private void Stay(int old, int now)
    {
        _oldStays[_old.Places[old]] = true;
        _newStays[_new.Places[now]] = true;
    }
}

/// <summary>Half-open stretches of both sequences that are to be compared.</summary>
/// <param name="IsRest">True for what a round did not reach: looking for cuts again in every rest would cost more than it finds.</param>
internal readonly record struct Region(int OldFrom, int OldTo, int NewFrom, int NewTo, bool IsRest = false)
{
    public int OldLength => OldTo - OldFrom;
    public int NewLength => NewTo - NewFrom;
}

/// <summary>The tokens of one side that the other has too, with their places in the whole.</summary>
internal sealed record CommonTokens(int[] Ids, int[] Places)
{
    public static CommonTokens None { get; } = new([], []);

    public static CommonTokens Of(int[] tokens, int[] others)
    {
        var known = others.ToHashSet();
        int[] places = [.. Enumerable.Range(0, tokens.Length).Where(place => known.Contains(tokens[place]))];
        return new([.. places.Select(place => tokens[place])], places);
    }
}
