namespace Vuosikello.Projections.Redlines;

/// <summary>
/// Myers' greedy comparison of one region, for a limited number of edits. Where it does not reach the end, the way that came farthest is
/// taken: each round takes at least as many tokens as it has edits, so the rounds of a region are few.
/// </summary>
internal sealed class GreedyRound(int[] old, int[] now, Region region, int edits)
{
    /// <summary>Of each number of edits d: how far on the old side the diagonals -d, -d + 2 … d came.</summary>
    private readonly List<int[]> _reached = [];
    private long _effort;

    /// <summary>The first place on the old side that is not decided.</summary>
    public int Old { get; private set; } = region.OldFrom;

    /// <summary>The first place on the new side that is not decided.</summary>
    public int New { get; private set; } = region.NewFrom;

    /// <param name="effort">The most comparisons that may be made; it may be passed by one diagonal.</param>
    /// <param name="stays">Told each pair of tokens that stays.</param>
    /// <returns>The comparisons made.</returns>
    public long Run(long effort, Action<int, int> stays)
    {
        int best = 0;
        for (int d = 0; d <= edits && _effort < effort; d++)
        {
            best = Extend(d);
            int x = _reached[d][(best + d) / 2];
            if (x == region.OldLength && x - best == region.NewLength) break;
        }
        Take(best, stays);
        return _effort;
    }

    /// <summary>One more edit on every diagonal.</summary>
    /// <returns>The diagonal (old place minus new place) that came farthest.</returns>
    private int Extend(int d)
    {
        int[] reached = new int[d + 1];
        _reached.Add(reached);
        int best = 0, farthest = -1;
        for (int k = -d; k <= d; k += 2)
        {
            int x = d == 0 ? 0 : Start(d, k);
            int y = x - k;
            if (x < 0 || x > region.OldLength || y > region.NewLength)
            {
                // Beyond an end there is nothing: the diagonal is dead, and stays so.
                reached[(k + d) / 2] = int.MinValue / 2;
                continue;
            }
            int start = x;
            while (x < region.OldLength && y < region.NewLength && old[region.OldFrom + x] == now[region.NewFrom + y]) (x, y) = (x + 1, y + 1);
            _effort += x - start + 1;
            reached[(k + d) / 2] = x;
            if (x + y > farthest) (farthest, best) = (x + y, k);
        }
        return best;
    }

    /// <summary>Where diagonal k begins with d edits: an insertion comes from the diagonal above, a removal from the one below.</summary>
    private int Start(int d, int k) => ByInsertion(d, k) ? _reached[d - 1][(k + d) / 2] : _reached[d - 1][((k + d) / 2) - 1] + 1;

    private bool ByInsertion(int d, int k)
    {
        if (k == -d) return true;
        if (k == d) return false;
        int[] before = _reached[d - 1];
        return before[((k + d) / 2) - 1] < before[(k + d) / 2];
    }

    /// <summary>Walks back from where diagonal k came to, and tells what stays on the way.</summary>
    private void Take(int k, Action<int, int> stays)
    {
        int d = _reached.Count - 1;
        int x = _reached[d][(k + d) / 2];
        (Old, New) = (region.OldFrom + x, region.NewFrom + x - k);
        for (; d >= 0; d--)
        {
            int start = d == 0 ? 0 : Start(d, k);
            for (; x > start; x--) stays(region.OldFrom + x - 1, region.NewFrom + x - 1 - k);
            if (d == 0) break;
            if (ByInsertion(d, k))
            {
                k++;
            }
            else
            {
                k--;
                x--;
            }
        }
    }
}
