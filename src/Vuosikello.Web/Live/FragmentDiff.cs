using System.Runtime.InteropServices;
using Vuosikello.Projections.Live;

namespace Vuosikello.Web.Live;

/// <summary>Compares two renderings of one page.</summary>
public static class FragmentDiff
{
    /// <summary>
    /// The fragments that are new, have other contents or stand elsewhere, and those that are gone. Of fragments that changed
    /// order among themselves as few as possible are sent.
    /// </summary>
    public static PagePatch Between(IReadOnlyList<Fragment> before, IReadOnlyList<Fragment> after)
    {
        var old = new Dictionary<string, int>(before.Count, StringComparer.Ordinal);
        for (int i = 0; i < before.Count; i++) old[before[i].Id] = i;

        var moved = Moved(before, after, old);
        var set = new List<PlacedFragment>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fragment in after)
        {
            ref string? previous = ref CollectionsMarshal.GetValueRefOrAddDefault(last, fragment.Parent, out _);
            bool known = old.Remove(fragment.Id, out int place);
            if (!known || moved.Contains(fragment.Id) || !Same(before[place], fragment))
                set.Add(new PlacedFragment(fragment.Id, fragment.Parent, previous, fragment.Html));
            previous = fragment.Id;
        }
        return new PagePatch(0, 0, false, set, [.. old.Where(o => before[o.Value].Parent.Length > 0).OrderBy(o => o.Value).Select(o => o.Key)]);
    }

    /// <summary>Everything, for a reader who is too far behind.</summary>
    public static PagePatch Whole(IReadOnlyList<Fragment> all) => Between([], all) with { Full = true };

    private static bool Same(Fragment a, Fragment b) =>
        ReferenceEquals(a, b) || (string.Equals(a.Parent, b.Parent, StringComparison.Ordinal) && string.Equals(a.Html, b.Html, StringComparison.Ordinal));

    private static HashSet<string> Moved(IReadOnlyList<Fragment> before, IReadOnlyList<Fragment> after, Dictionary<string, int> old)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var siblings in after.Where(f => old.TryGetValue(f.Id, out int place) && before[place].Parent == f.Parent).GroupBy(f => f.Parent, StringComparer.Ordinal))
        {
            string[] ids = [.. siblings.Select(f => f.Id)];
            int[] places = [.. ids.Select(id => old[id])];
            foreach (int i in OutOfOrder(places)) moved.Add(ids[i]);
        }
        return moved;
    }

    /// <summary>The indexes to leave out so that the rest rises, as few as can be: all but a longest increasing subsequence.</summary>
    internal static IEnumerable<int> OutOfOrder(int[] numbers)
    {
        var tails = new List<int>();
        int[] previous = new int[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            int number = numbers[i];
            int length = tails.Count > 0 && numbers[tails[^1]] < number ? tails.Count : FirstNotBelow(numbers, tails, number);
            previous[i] = length > 0 ? tails[length - 1] : -1;
            if (length == tails.Count) tails.Add(i);
            else tails[length] = i;
        }
        if (tails.Count == numbers.Length) return [];
        var kept = new HashSet<int>();
        for (int i = tails[^1]; i >= 0; i = previous[i]) kept.Add(i);
        return Enumerable.Range(0, numbers.Length).Where(i => !kept.Contains(i));
    }

    private static int FirstNotBelow(int[] numbers, List<int> tails, int number)
    {
        int low = 0, high = tails.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (numbers[tails[middle]] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
