using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Tests.History;

public sealed class HistoryIndexTests
{
    private static readonly Gen<HistoryFilter> Filters =
        from day in Gen.Choose(0, 40)
        from length in Gen.Choose(-2, 20)
        from parts in Gen.Choose(0, 127)
        from kind in Gen.Elements(SubjectKind.Partnership, SubjectKind.AnnualCycle, SubjectKind.Activity, SubjectKind.WorkingRules)
        from happened in Gen.Elements(typeof(ActivityRetitled), typeof(ActivityConfirmed), typeof(PartnershipRenamed))
        from partner in Gen.Elements<PartnerId>(new("alakyla"), new("seura"), HistoryFilter.ThePartnership, new("no-such"))
        from member in Gen.Choose(0, 4)
        from stream in Gen.Choose(0, 7)
        select new HistoryFilter
        {
            From = (parts & 1) == 0 ? null : DrawnLog.FirstDay.PlusDays(day),
            To = (parts & 2) == 0 ? null : DrawnLog.FirstDay.PlusDays(day + length),
            Kind = (parts & 4) == 0 ? null : kind,
            Event = (parts & 8) == 0 ? null : happened,
            Partner = (parts & 16) == 0 ? null : partner,
            Member = (parts & 32) == 0 ? null : DrawnLog.Member(member),
            NotBy = (parts & 32) != 0 ? [] : [DrawnLog.Member(member)],
            Stream = (parts & 64) == 0 ? null : Streams.Of(DrawnLog.Activity(stream)),
        };

    [Fact]
    public void Filters_find_what_a_look_at_every_event_finds_page_by_page() =>
        Prop.ForAll((from log in DrawnLog.Any from filter in Filters from count in Gen.Choose(1, 7) select (log, filter, count)).ToArbitrary(), drawn =>
        {
            var (log, filter, count) = drawn;
            var expected = ByTime(log).Where(e => Fits(e, filter)).Select(e => e.Recorded.Position).Reverse();

            var queries = new HistoryQueries(log.Index(), null!, new(null!, null!));

            return Paged(queries, filter, count).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Counting_after_a_position_counts_up_to_the_limit() =>
        Prop.ForAll((from log in DrawnLog.Any from filter in Filters from after in Gen.Choose(0, 30) select (log, filter, after)).ToArbitrary(), drawn =>
        {
            var (log, filter, after) = drawn;
            int expected = log.Events.Count(e => e.In == DrawnLog.Here && Fits(e, filter) && e.Recorded.Position.Value > after);

            return new HistoryQueries(log.Index(), null!, new(null!, null!)).CountAfter(DrawnLog.Here, filter, new(after), most: 10) == Math.Min(10, expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_place_in_the_history_is_the_same_in_a_store_where_every_event_has_another_position() =>
        Prop.ForAll((from log in DrawnLog.Any from position in Gen.Choose(0, 60) select (log, position)).ToArbitrary(), drawn =>
        {
            var (log, position) = drawn;
            var moved = new HistoryIndex();
            foreach (var e in log.Events) moved.Apply(e.Recorded with { Position = Moved(e.Recorded.Position) }, null);
            var (here, there) = (new HistoryQueries(log.Index(), null!, new(null!, null!)), new HistoryQueries(moved, null!, new(null!, null!)));
            var seen = log.Events.Where(e => e.In == DrawnLog.Here && e.Recorded.Position.Value <= position).Select(e => e.Recorded.Position).ToList();

            int count = here.CountUpTo(DrawnLog.Here, new(position));

            return count == seen.Count
                && here.PositionOf(DrawnLog.Here, count) == seen.LastOrDefault()
                && there.PositionOf(DrawnLog.Here, count) == (seen.Count == 0 ? Position.Start : Moved(seen[^1]))
                && there.PositionOf(DrawnLog.Here, long.MaxValue) == Moved(log.Events.Last(e => e.In == DrawnLog.Here).Recorded.Position)
                && there.PositionOf(new("elsewhere"), count) == Position.Start;

            static Position Moved(Position position) => new(5_000 + (position.Value * 37));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void An_index_from_a_snapshot_goes_on_as_one_that_never_stopped() =>
        Prop.ForAll((from first in DrawnLog.Any from second in DrawnLog.Any select (first, second)).ToArbitrary(), drawn =>
        {
            var whole = new DrawnLog([.. drawn.first.Dice, .. drawn.second.Dice]);
            var restored = new HistoryIndex();
            foreach (var segment in new DrawnLog(drawn.first.Dice).Index().Capture())
            {
                var bytes = new SnapshotWriter();
                segment.Write(bytes);
                restored.Load(new SnapshotReader(bytes.Written.ToArray()));
            }
            foreach (var e in whole.Events.Skip(drawn.first.Dice.Length + DrawnLog.Beginnings)) restored.Apply(e.Recorded, null);

            return Dump(restored).SequenceEqual(Dump(whole.Index()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_is_captured_does_not_change_when_more_comes()
    {
        var log = new DrawnLog([(1, 1, 1), (2, 2, 2)]);
        var index = log.Index();
        var segments = index.Capture();
        string[] before = [.. segments.Select(Hex)];

        foreach (var e in new DrawnLog([(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)]).Events.Skip(DrawnLog.Beginnings + 2)) index.Apply(e.Recorded, null);

        Assert.Equal(before, segments.Select(Hex));

        static string Hex(SnapshotSegment segment)
        {
            var writer = new SnapshotWriter();
            segment.Write(writer);
            return Convert.ToHexString(writer.Written);
        }
    }

    private static List<Position> Paged(HistoryQueries queries, HistoryFilter filter, int count)
    {
        List<Position> all = [];
        Position? before = null;
        do
        {
            var page = queries.Page(DrawnLog.Here, filter, before, count);
            Assert.True(page.Entries.Count <= count);
            Assert.True(page.Older is null || page.Entries.Count == count);
            all.AddRange(page.Entries.Select(entry => entry.Position));
            before = page.Older;
        }
        while (before is not null);
        return all;
    }

    /// <summary>The naive order: by the latest minute so far in its stream, then by position.</summary>
    private static IEnumerable<Happening> ByTime(DrawnLog log)
    {
        var latest = new Dictionary<StreamName, long>();
        return log.Events.Where(e => e.In == DrawnLog.Here)
            .Select(e => (Happening: e, Time: latest[e.Recorded.Stream] = Math.Max(latest.GetValueOrDefault(e.Recorded.Stream, long.MinValue), e.Recorded.Fact.Stamp.At.ToUnixTimeSeconds() / 60)))
            .OrderBy(e => e.Time).ThenBy(e => e.Happening.Recorded.Position).Select(e => e.Happening);
    }

    [Fact]
    public void An_index_that_is_read_while_it_grows_has_the_order_of_one_that_was_read_at_the_end() =>
        Prop.ForAll(DrawnLog.Any.ToArbitrary(), log =>
        {
            var index = new HistoryIndex();
            var queries = new HistoryQueries(index, null!, new(null!, null!));
            foreach (var e in log.Events)
            {
                index.Apply(e.Recorded, null);
                queries.Page(DrawnLog.Here, HistoryFilter.None, null, 1);
            }

            return Paged(queries, HistoryFilter.None, 3).SequenceEqual(ByTime(log).Select(e => e.Recorded.Position).Reverse());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void An_event_is_found_by_its_number_in_its_stream() =>
        Prop.ForAll(DrawnLog.Any.ToArbitrary(), log =>
        {
            var queries = new HistoryQueries(log.Index(), null!, new(null!, null!));

            return log.Events.All(e => queries.Find(e.In, e.Recorded.Stream, e.Recorded.Fact.Version, Listener.Public)?.Position == e.Recorded.Position)
                && queries.Find(DrawnLog.Here, Streams.Of(DrawnLog.Here), 10_000, new(true, Sight.Everything)) is null
                && queries.Find(DrawnLog.There, Streams.Of(DrawnLog.Here), 0, new(true, Sight.Everything)) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static bool Fits(Happening e, HistoryFilter filter)
    {
        var stamp = e.Recorded.Fact.Stamp;
        var day = stamp.At.InZone(DrawnLog.Helsinki).Date;
        return !(day < filter.From) && !(day > filter.To)
            && (filter.Kind is null || RemarkSubjects.Of(e.Recorded.Stream)?.Kind == filter.Kind)
            && (filter.Event is null || e.Recorded.Fact.Event.GetType() == filter.Event)
            && (filter.Partner is null || (stamp.For ?? HistoryFilter.ThePartnership) == filter.Partner)
            && (filter.Member is null || stamp.By == filter.Member)
            && !filter.NotBy.Contains(stamp.By)
            && (filter.Stream is null || e.Recorded.Stream == filter.Stream);
    }

    private static List<string> Dump(HistoryIndex index) => [.. index.Contents().Select(c => $"{c.Key}: {Verification.ViewsDump.Of(c.Value)}").Order(StringComparer.Ordinal)];
}
