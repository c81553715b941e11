namespace Vuosikello.Projections.Wheel;

/// <summary>Puts sweeps into as few lanes as a greedy reader would, so that none hides another, also not across New Year.</summary>
internal static class Lanes
{
    /// <summary>The lane of each sweep, in the order given; 0 is the first. Sweeps may begin below 0 or end beyond 360.</summary>
    public static int[] Assign(IReadOnlyList<Sweep> sweeps)
    {
        int[] order = [.. Enumerable.Range(0, sweeps.Count).OrderBy(i => sweeps[i].From).ThenByDescending(i => sweeps[i].Width)];
        var lanes = new List<(double First, double Last)>();
        var result = new int[sweeps.Count];
        foreach (int i in order)
        {
            var sweep = sweeps[i];
            int lane = lanes.FindIndex(l => sweep.From >= l.Last && sweep.To - 360 <= l.First);
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add((sweep.From, sweep.To));
            }
            else
            {
                lanes[lane] = (lanes[lane].First, sweep.To);
            }
            result[i] = lane;
        }
        return result;
    }
}
