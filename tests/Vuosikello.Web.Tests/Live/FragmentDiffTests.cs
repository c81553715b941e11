using Vuosikello.Projections.Live;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class FragmentDiffTests
{
    private static Fragment F(string id, string html = "", string parent = "list") => new(id, parent, $"<li id=\"{id}\">{html}</li>");

    [Fact]
    public void Equal_renderings_have_no_difference() =>
        Assert.True(FragmentDiff.Between([F("a"), F("b")], [F("a"), F("b")]).IsEmpty);

    [Fact]
    public void A_changed_fragment_is_sent_alone_with_its_place()
    {
        var patch = FragmentDiff.Between([F("a"), F("b"), F("c")], [F("a"), F("b", "new"), F("c")]);
        var set = Assert.Single(patch.Set);
        Assert.Equal(("b", "list", "a"), (set.Id, set.Parent, set.After));
        Assert.Empty(patch.Remove);
    }

    [Fact]
    public void A_new_fragment_moves_no_other()
    {
        var patch = FragmentDiff.Between([F("b"), F("c")], [F("a"), F("b"), F("c")]);
        Assert.Equal(("a", null), (Assert.Single(patch.Set).Id, patch.Set[0].After));
    }

    [Fact]
    public void What_is_gone_is_removed() =>
        Assert.Equal(["b"], FragmentDiff.Between([F("a"), F("b"), F("c")], [F("a"), F("c")]).Remove);

    [Fact]
    public void The_first_that_goes_last_is_the_only_one_sent()
    {
        var patch = FragmentDiff.Between([F("a"), F("b"), F("c"), F("d")], [F("b"), F("c"), F("d"), F("a")]);
        Assert.Equal(("a", "d"), (Assert.Single(patch.Set).Id, patch.Set[0].After));
    }

    [Fact]
    public void A_fragment_in_another_parent_is_sent_and_not_removed()
    {
        var patch = FragmentDiff.Between([F("a", parent: "may"), F("b", parent: "june")], [F("a", parent: "june"), F("b", parent: "june")]);
        Assert.Equal("june", Assert.Single(patch.Set).Parent);
        Assert.Empty(patch.Remove);
    }

    [Fact]
    public void What_stands_where_it_stands_is_renewed_and_never_removed()
    {
        var patch = FragmentDiff.Between([Fragment.InPlace("a", "old"), Fragment.InPlace("b", "")], [Fragment.InPlace("a", "new")]);
        Assert.Equal(("a", ""), (Assert.Single(patch.Set).Id, patch.Set[0].Parent));
        Assert.Empty(patch.Remove);
    }

    [Fact]
    public void Any_rendering_becomes_any_other_by_its_patch()
    {
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            var before = Some(random);
            var after = Some(random);
            Assert.Equal(Page(after), Applied(before, FragmentDiff.Between(before, after)));
        }
    }

    private static Fragment[] Some(Random random)
    {
        string[] ids = [.. "abcdefghij".Select(c => c.ToString())];
        random.Shuffle(ids);
        return [.. ids.Take(random.Next(10)).Select(id => F(id, random.Next(2).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(2) == 0 ? "p" : "q")).OrderBy(f => f.Parent, StringComparer.Ordinal)];
    }

    private static string[] Page(IEnumerable<Fragment> all) => [.. all.Select(f => f.Parent + f.Html)];

    private static string[] Applied(IEnumerable<Fragment> before, PagePatch patch)
    {
        var parents = before.GroupBy(f => f.Parent, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (string id in patch.Remove) foreach (var list in parents.Values) list.RemoveAll(f => f.Id == id);
        foreach (var set in patch.Set)
        {
            foreach (var list in parents.Values) list.RemoveAll(f => f.Id == set.Id);
            if (!parents.TryGetValue(set.Parent, out var siblings)) parents[set.Parent] = siblings = [];
            siblings.Insert(siblings.FindIndex(f => f.Id == set.After) + 1, new Fragment(set.Id, set.Parent, set.Html));
        }
        return Page(parents.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value));
    }
}
