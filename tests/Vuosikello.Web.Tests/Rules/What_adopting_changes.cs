using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Rules;

namespace Vuosikello.Web.Tests.Rules;

/// <summary>The difference that the page of adopting shows.</summary>
public sealed class What_adopting_changes(Site site) : IClassFixture<Site>
{
    private static readonly HeadingId First = StandardHeadings.Premises, Second = StandardHeadings.Cooperation;

    private static RulesClause Clause(int n, HeadingId heading, string text) =>
        new(new ClauseId(new Guid(n, 0, 0, new byte[8])), heading, LocalText.Empty, new LocalText(text));

    private static RulesText Text(params RulesClause[] clauses) => new(StandardHeadings.All, clauses.ToValueList());

    private static string[] Between(RulesText before, RulesText after) =>
        [.. RulesDifference.Between(before, after).Select(d => $"{d.Before?.Number}>{d.After?.Number} {d.Kind}{(d.IsMoved && d.Kind != ProposalKind.Moved ? " Moved" : "")}")];

    [Fact]
    public void A_clause_is_new_changed_moved_or_removed_and_one_whose_number_alone_is_another_is_none_of_these()
    {
        var before = Text(Clause(1, First, "yksi"), Clause(2, First, "kaksi"), Clause(3, First, "kolme"), Clause(4, Second, "neljä"));
        var after = Text(Clause(9, First, "uusi"), Clause(1, First, "yksi"), Clause(3, First, "kolmas"), Clause(2, Second, "kaksi"), Clause(4, Second, "neljä"));

        Assert.Equal([">1.1 New", "1.3>1.3 Changed", "1.2>4.1 Moved"], Between(before, after));
        Assert.Equal(["1.1> Removed"], Between(before, Text([.. before.Clauses.Skip(1)])));
        Assert.Empty(Between(before, before));
    }

    [Fact]
    public void Of_clauses_that_changed_places_as_few_as_can_be_have_moved_and_one_may_be_changed_too()
    {
        var before = Text(Clause(1, First, "yksi"), Clause(2, First, "kaksi"), Clause(3, First, "kolme"));
        var after = Text(Clause(3, First, "kolmas"), Clause(1, First, "yksi"), Clause(2, First, "kaksi"));

        Assert.Equal(["1.3>1.1 Changed Moved"], Between(before, after));
    }

    [Fact]
    public async Task It_stands_word_by_word_above_the_button()
    {
        var scene = new RulesScene(site);
        string clause = await scene.AddClause("Siivous", "Tila siivotaan.");

        string page = (await (await site.Visit(Site.CoordinatorOfKuuma)).Get($"{RulesScene.Rules}/adopt")).Text;

        int changes = page.IndexOf("Mitä muuttuu versiosta 2010", StringComparison.Ordinal);
        Assert.InRange(changes, 0, page.IndexOf("name=\"hash\"", StringComparison.Ordinal));
        Assert.Contains("Uusia kohtia 1, muutettuja 0, siirrettyjä 0, poistettuja 0.", page, StringComparison.Ordinal);
        string shown = page[changes..page.IndexOf("</form>", changes, StringComparison.Ordinal)];
        Assert.Contains("data-change=\"new\"", shown, StringComparison.Ordinal);
        Assert.Contains("Tila siivotaan.", shown, StringComparison.Ordinal);
        Assert.Contains($"id=\"clause-{clause}\"", page, StringComparison.Ordinal);
    }
}
