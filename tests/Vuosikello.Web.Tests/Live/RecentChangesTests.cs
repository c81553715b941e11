using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class RecentChangesTests
{
    private static readonly PartnershipId Seutu = new("seutu");
    private static readonly ILivePage Page = new NamedPage("page/seutu/a", Seutu, "a");

    private static ViewChange Change(string what, long position, string partnership = "seutu") => new(new(partnership), null, null, new(position), new(what));

    private static RecentChanges After(int capacity, params ViewChange[] changes)
    {
        var recent = new RecentChanges(capacity);
        recent.Latest(Page, new(1));
        recent.Note(changes);
        return recent;
    }

    [Fact]
    public void A_page_changed_last_when_something_that_concerns_it_did() =>
        Assert.Equal(11, After(10, Change("a", 10), Change("a", 11), Change("b", 12), Change("a", 13, "muualla")).Latest(Page, new(13)).Value);

    [Fact]
    public void A_page_that_nothing_concerned_is_as_old_as_the_first_look() =>
        Assert.Equal(1, After(10, Change("b", 12)).Latest(Page, new(12)).Value);

    [Fact]
    public void What_the_views_have_not_told_of_yet_counts_as_a_change_of_every_page() =>
        Assert.Equal(14, After(10, Change("a", 10)).Latest(Page, new(14)).Value);

    [Fact]
    public void Before_the_oldest_change_that_is_kept_everything_may_have_changed() =>
        Assert.Equal(12, After(2, Change("a", 10), Change("b", 11), Change("b", 12), Change("b", 13)).Latest(Page, new(13)).Value);
}
