using Vuosikello.Domain;
using Vuosikello.Web.Compare;

namespace Vuosikello.Web.Tests.Compare;

public sealed class TextComparisonTests
{
    private static ComparedPart Part(string key, string number, string text = "teksti") => new(key, number, "Otsikko", new LocalText(text));

    private static ComparedText Text(params ComparedPart[] parts) => new("", parts);

    private static string Rows(ComparedText from, ComparedText to) => string.Join(' ', TextComparison.Of(from, to).Select(r => $"{r.Kind}:{r.Any.Key}"));

    [Fact]
    public void Parts_are_matched_by_what_they_are_and_not_by_their_place() =>
        Assert.Equal("Unchanged:b Changed:a", Rows(Text(Part("a", "1"), Part("b", "2")), Text(Part("b", "1"), Part("a", "2", "toinen"))));

    [Fact]
    public void What_is_gone_stands_after_what_it_stood_after() => Assert.Equal(
        "Removed:a Unchanged:b Removed:c Removed:d Added:f Unchanged:e",
        Rows(Text(Part("a", "1"), Part("b", "2"), Part("c", "3"), Part("d", "4"), Part("e", "5")), Text(Part("b", "1"), Part("f", "2"), Part("e", "3"))));

    [Fact]
    public void A_part_that_only_has_another_number_is_unchanged_and_says_the_old_one()
    {
        var row = Assert.Single(TextComparison.Of(Text(Part("a", "2")), Text(Part("a", "1"))));
        Assert.Equal((RowKind.Unchanged, "2"), (row.Kind, row.OldNumber));
    }

    [Fact]
    public void Two_texts_that_share_nothing_and_two_empty_ones()
    {
        Assert.Equal("Removed:a Added:b", Rows(Text(Part("a", "1")), Text(Part("b", "1"))));
        Assert.Equal("", Rows(Text(), Text()));
        Assert.Equal("Added:a", Rows(Text(), Text(Part("a", "1"))));
    }

    [Fact]
    public void A_change_in_one_language_is_a_change() =>
        Assert.Equal("Changed:a", Rows(
            Text(new ComparedPart("a", "", "", new LocalText("sama", "samma"))), Text(new ComparedPart("a", "", "", new LocalText("sama", "annan")))));
}
