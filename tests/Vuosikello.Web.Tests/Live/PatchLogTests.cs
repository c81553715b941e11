using Vuosikello.Events;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

public sealed class PatchLogTests
{
    private static PagePatch Change(string html = "<li></li>") => new(0, 0, false, [new PlacedFragment("a", "list", null, html)], []);

    [Fact]
    public void A_reader_who_was_there_from_the_start_gets_all_patches_in_order()
    {
        var log = new PatchLog(new Position(5));
        log.Add(Change(), new Position(8));
        log.Add(Change(), new Position(9));
        Assert.Equal([(5L, 8L), (8L, 9L)], log.Since(new Position(5))!.Select(p => (p.From, p.Position)));
    }

    [Fact]
    public void A_reader_who_is_up_to_date_gets_none()
    {
        var log = new PatchLog(new Position(5));
        log.Add(Change(), new Position(8));
        Assert.Empty(log.Since(new Position(8))!);
    }

    [Fact]
    public void A_reader_from_before_the_log_is_not_served_by_patches() =>
        Assert.Null(new PatchLog(new Position(5)).Since(new Position(4)));

    [Fact]
    public void Old_patches_are_forgotten_and_their_readers_told_so()
    {
        var log = new PatchLog(new Position(0), capacity: 2);
        for (int i = 1; i <= 3; i++) log.Add(Change(), new Position(i));
        Assert.Null(log.Since(new Position(0)));
        Assert.Equal([2L, 3L], log.Since(new Position(1))!.Select(p => p.Position));
    }

    [Fact]
    public void Large_patches_are_forgotten_sooner()
    {
        var log = new PatchLog(new Position(0), sizeLimit: 100);
        log.Add(Change(new string('x', 90)), new Position(1));
        log.Add(Change(new string('x', 90)), new Position(2));
        Assert.Null(log.Since(new Position(0)));
        Assert.Single(log.Since(new Position(1))!);
    }
}
