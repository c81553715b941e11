namespace Vuosikello.Projections.History;

/// <summary>
/// The entries of a partnership by time, and by their place in the log where that is the same. What was added since somebody last read is taken in
/// when somebody reads: a cheap append while time goes on, and one merge when it told of earlier times, as an import does.
/// </summary>
internal sealed class TimeOrder
{
    private readonly Lock _gate = new();
    private AppendOnlyList<int> _order = new();

    /// <summary>How many entries have been taken in.</summary>
    public int Known
    {
        get { lock (_gate) return _order.Count; }
    }

    public OrderedEntries Of(PartnershipHistory history)
    {
        lock (_gate)
        {
            int known = _order.Count, count = history.Count;
            if (known < count) TakeIn(history, known, count);
            return new(history, _order, count);
        }
    }

    private void TakeIn(PartnershipHistory history, int known, int count)
    {
        // The sort is stable, so the order of the log stays within a minute.
        int[] added = [.. Enumerable.Range(known, count - known).OrderBy(i => history[i].Time)];
        if (known == 0 || history[added[0]].Time >= history[_order[known - 1]].Time)
        {
            foreach (int i in added) _order.Add(i);
            return;
        }
        // Readers keep the list that they have.
        var merged = new AppendOnlyList<int>();
        int next = 0;
        for (int old = 0; old < known; old++)
        {
            while (next < added.Length && history[added[next]].Time < history[_order[old]].Time) merged.Add(added[next++]);
            merged.Add(_order[old]);
        }
        while (next < added.Length) merged.Add(added[next++]);
        _order = merged;
    }
}

/// <summary>The entries by time, the oldest first, as they were when somebody began to read.</summary>
/// <param name="Count">How many of the history's entries these are.</param>
internal readonly record struct OrderedEntries(PartnershipHistory History, AppendOnlyList<int> Order, int Count)
{
    /// <summary>The index in the history of what stands at a place.</summary>
    public int this[int place] => Order[place];

    /// <summary>The place of one of these entries.</summary>
    public int PlaceOf(int index)
    {
        int time = History[index].Time, low = 0, high = Count - 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            int there = Order[middle];
            if (History[there].Time < time || (History[there].Time == time && there < index)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
