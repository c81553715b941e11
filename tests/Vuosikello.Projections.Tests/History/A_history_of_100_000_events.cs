using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Projections.Tests.History;

/// <summary>A partnership with 2,000 activities that were changed 50 times each, one after another.</summary>
public sealed class A_history_of_100_000_events
{
    private const int Activities = 2_000;
    private const int Changes = 50;
    private static readonly PartnershipId Here = new("jokilaakso");
    private static readonly HistoryIndex Index = Filled();
    private static readonly HistoryQueries Queries = new(Index, null!, new(null!, null!));

    [Fact]
    public void Is_told_in_pages_from_the_newest_to_the_founding()
    {
        var seen = new HashSet<Position>();
        int pages = 0;
        Position? before = null;
        do
        {
            var page = Queries.Page(Here, Member, before, 500);
            Assert.InRange(page.Entries.Count, 1, 500);
            Assert.All(page.Entries, entry => Assert.True(seen.Add(entry.Position)));
            (before, pages) = (page.Older, pages + 1);
        }
        while (before is not null);

        Assert.Equal(1 + (Activities * (Changes + 1)), seen.Count);
        Assert.Equal((seen.Count + 499) / 500, pages);
    }

    [Fact]
    public void Is_found_by_its_rarest_event_in_one_page()
    {
        var page = Queries.Page(Here, Member with { Event = typeof(PartnershipFounded) }, null, 50);

        Assert.Equal([new Position(1)], page.Entries.Select(entry => entry.Position));
        Assert.Null(page.Older);
    }

    [Fact]
    public void Tells_one_things_history_without_looking_at_the_others()
    {
        var index = Filled();
        var queries = new HistoryQueries(index, null!, new(null!, null!));
        var ofOne = Member with { Stream = Streams.Of(Activity(7)) };

        var newest = queries.Page(Here, ofOne, null, 20);
        var older = queries.Page(Here, ofOne, newest.Older, 100);

        Assert.Equal(Enumerable.Range(0, Changes + 1).Reverse(), newest.Entries.Concat(older.Entries).Select(entry => (int)entry.Version));
        Assert.Null(older.Older);
        // the order of all was not even made
        Assert.Equal(0, index.Find(Here)!.Order.Known);
    }

    private static HistoryFilter Member => new() { ToMember = true, Sight = Vuosikello.Domain.Memberships.Sight.Everything };

    private static ActivityId Activity(int number) => new(new Guid(number, 2, 2, new byte[8]));

    private static HistoryIndex Filled()
    {
        var index = new HistoryIndex();
        long position = 0;
        Apply(Streams.Of(Here), 0, new PartnershipFounded(Here, new("Jokilaakso")));
        for (int number = 0; number < Activities; number++)
            Apply(Streams.Of(Activity(number)), 0, new ActivityPlanned(Activity(number), new(Here, 2026), Planning.Details("T", Planning.On(5, 5))));
        for (int version = 1; version <= Changes; version++)
            for (int number = 0; number < Activities; number++) Apply(Streams.Of(Activity(number)), version, new ActivityConfirmed());
        return index;

        void Apply(StreamName stream, long version, IEvent happened)
        {
            var stamp = new Stamp(default, new(new Guid(1, 1, 1, new byte[8])), null, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromSeconds(position * 20));
            index.Apply(new(stream, new(++position), Guid.Empty, new(happened, version, stamp)), null);
        }
    }
}
