namespace Vuosikello.Projections.Redlines;

/// <summary>Finds tokens that stand exactly once on both sides of a region, as many as keep their order.</summary>
internal sealed class UniqueTokens
{
    private readonly int[] _old;
    private readonly int[] _new;
    private readonly Seen[] _seen;

    public UniqueTokens(int[] old, int[] now)
    {
        (_old, _new) = (old, now);
        int most = -1;
        foreach (int id in old) most = Math.Max(most, id);
        foreach (int id in now) most = Math.Max(most, id);
        _seen = new Seen[most + 1];
    }

    /// <summary>Their places, rising on both sides.</summary>
    public List<(int Old, int New)> In(Region region)
    {
        for (int i = region.OldFrom; i < region.OldTo; i++) _seen[_old[i]] = default;
        for (int j = region.NewFrom; j < region.NewTo; j++) _seen[_new[j]] = default;
        for (int i = region.OldFrom; i < region.OldTo; i++) _seen[_old[i]].Old++;
        for (int j = region.NewFrom; j < region.NewTo; j++)
        {
            ref var seen = ref _seen[_new[j]];
            seen.New++;
            seen.Place = j;
        }

        List<(int Old, int New)> pairs = [];
        for (int i = region.OldFrom; i < region.OldTo; i++)
        {
            if (_seen[_old[i]] is { Old: 1, New: 1 } seen) pairs.Add((i, seen.Place));
        }
        return Rising(pairs);
    }

    /// <summary>The longest part of the pairs whose places rise on the new side too: patience sorting with binary search.</summary>
    private static List<(int Old, int New)> Rising(List<(int Old, int New)> pairs)
    {
        List<int> tops = [];
        int[] below = new int[pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tops.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (pairs[tops[middle]].New < pairs[i].New) low = middle + 1;
                else high = middle;
            }
            below[i] = low == 0 ? -1 : tops[low - 1];
            if (low == tops.Count) tops.Add(i);
            else tops[low] = i;
        }

        List<(int Old, int New)> rising = [];
        for (int i = tops.Count == 0 ? -1 : tops[^1]; i >= 0; i = below[i]) rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }

    private struct Seen
    {
        public int Old;
        public int New;
        public int Place;
    }
}
