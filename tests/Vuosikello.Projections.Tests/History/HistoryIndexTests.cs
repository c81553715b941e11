using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Tests.History;

public sealed class HistoryIndexTests
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
    private static readonly PartnershipId Here = new("jokilaakso"), There = new("vaaramaa");

    private static readonly Gen<Log> Logs =
        (from what in Gen.Choose(0, 999) from who in Gen.Choose(0, 999) from day in Gen.Choose(0, 999) select (what, who, day)).ListOf().Select(dice => new Log([.. dice]));

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
            From = (parts & 1) == 0 ? null : Log.FirstDay.PlusDays(day),
            To = (parts & 2) == 0 ? null : Log.FirstDay.PlusDays(day + length),
            Kind = (parts & 4) == 0 ? null : kind,
            Event = (parts & 8) == 0 ? null : happened,
            Partner = (parts & 16) == 0 ? null : partner,
            Member = (parts & 32) == 0 ? null : Log.Member(member),
            NotBy = (parts & 32) != 0 ? [] : [Log.Member(member)],
            Stream = (parts & 64) == 0 ? null : Streams.Of(Log.Activity(stream)),
        };

    [Fact]
    public void Filters_find_what_a_look_at_every_event_finds_page_by_page() =>
        Prop.ForAll((from log in Logs from filter in Filters from count in Gen.Choose(1, 7) select (log, filter, count)).ToArbitrary(), drawn =>
        {
            var (log, filter, count) = drawn;
            var expected = ByTime(log).Where(e => Fits(e, filter)).Select(e => e.Recorded.Position).Reverse();

            var queries = new HistoryQueries(log.Index(), null!);

            return Paged(queries, filter, count).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Counting_after_a_position_counts_up_to_the_limit() =>
        Prop.ForAll((from log in Logs from filter in Filters from after in Gen.Choose(0, 30) select (log, filter, after)).ToArbitrary(), drawn =>
        {
            var (log, filter, after) = drawn;
            int expected = log.Events.Count(e => e.In == Here && Fits(e, filter) && e.Recorded.Position.Value > after);

            return new HistoryQueries(log.Index(), null!).CountAfter(Here, filter, new(after), most: 10) == Math.Min(10, expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_place_in_the_history_is_the_same_in_a_store_where_every_event_has_another_position() =>
        Prop.ForAll((from log in Logs from position in Gen.Choose(0, 60) select (log, position)).ToArbitrary(), drawn =>
        {
            var (log, position) = drawn;
            var moved = new HistoryIndex();
            foreach (var e in log.Events) moved.Apply(e.Recorded with { Position = Moved(e.Recorded.Position) }, null);
            var (here, there) = (new HistoryQueries(log.Index(), null!), new HistoryQueries(moved, null!));
            var seen = log.Events.Where(e => e.In == Here && e.Recorded.Position.Value <= position).Select(e => e.Recorded.Position).ToList();

            int count = here.CountUpTo(Here, new(position));

            return count == seen.Count
                && here.PositionOf(Here, count) == seen.LastOrDefault()
                && there.PositionOf(Here, count) == (seen.Count == 0 ? Position.Start : Moved(seen[^1]))
                && there.PositionOf(Here, long.MaxValue) == Moved(log.Events.Last(e => e.In == Here).Recorded.Position)
                && there.PositionOf(new("elsewhere"), count) == Position.Start;

            static Position Moved(Position position) => new(5_000 + (position.Value * 37));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void An_index_from_a_snapshot_goes_on_as_one_that_never_stopped() =>
        Prop.ForAll((from first in Logs from second in Logs select (first, second)).ToArbitrary(), drawn =>
        {
            var whole = new Log([.. drawn.first.Dice, .. drawn.second.Dice]);
            var restored = new HistoryIndex();
            foreach (var segment in new Log(drawn.first.Dice).Index().Capture())
            {
                var bytes = new SnapshotWriter();
                segment.Write(bytes);
                restored.Load(new SnapshotReader(bytes.Written.ToArray()));
            }
            foreach (var e in whole.Events.Skip(drawn.first.Dice.Length + Log.Beginnings)) restored.Apply(e.Recorded, null);

            return Dump(restored).SequenceEqual(Dump(whole.Index()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_is_captured_does_not_change_when_more_comes()
    {
        var log = new Log([(1, 1, 1), (2, 2, 2)]);
        var index = log.Index();
        var segments = index.Capture();
        string[] before = [.. segments.Select(Hex)];

        foreach (var e in new Log([(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4)]).Events.Skip(Log.Beginnings + 2)) index.Apply(e.Recorded, null);

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
            var page = queries.Page(Here, filter, before, count);
            Assert.True(page.Entries.Count <= count);
            Assert.True(page.Older is null || page.Entries.Count == count);
            all.AddRange(page.Entries.Select(entry => entry.Position));
            before = page.Older;
        }
        while (before is not null);
        return all;
    }

    /// <summary>The naive order: by the latest minute so far in its stream, then by position.</summary>
    private static IEnumerable<Happening> ByTime(Log log)
    {
        var latest = new Dictionary<StreamName, long>();
        return log.Events.Where(e => e.In == Here)
            .Select(e => (Happening: e, Time: latest[e.Recorded.Stream] = Math.Max(latest.GetValueOrDefault(e.Recorded.Stream, long.MinValue), e.Recorded.Fact.Stamp.At.ToUnixTimeSeconds() / 60)))
            .OrderBy(e => e.Time).ThenBy(e => e.Happening.Recorded.Position).Select(e => e.Happening);
    }

    [Fact]
    public void An_index_that_is_read_while_it_grows_has_the_order_of_one_that_was_read_at_the_end() =>
        Prop.ForAll(Logs.ToArbitrary(), log =>
        {
            var index = new HistoryIndex();
            var queries = new HistoryQueries(index, null!);
            foreach (var e in log.Events)
            {
                index.Apply(e.Recorded, null);
                queries.Page(Here, HistoryFilter.None, null, 1);
            }

            return Paged(queries, HistoryFilter.None, 3).SequenceEqual(ByTime(log).Select(e => e.Recorded.Position).Reverse());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void An_event_is_found_by_its_number_in_its_stream() =>
        Prop.ForAll(Logs.ToArbitrary(), log =>
        {
            var queries = new HistoryQueries(log.Index(), null!);

            return log.Events.All(e => queries.Find(e.In, e.Recorded.Stream, e.Recorded.Fact.Version, toMember: false)?.Position == e.Recorded.Position)
                && queries.Find(Here, Streams.Of(Here), 10_000, toMember: true) is null
                && queries.Find(There, Streams.Of(Here), 0, toMember: true) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static bool Fits(Happening e, HistoryFilter filter)
    {
        var stamp = e.Recorded.Fact.Stamp;
        var day = stamp.At.InZone(Helsinki).Date;
        return !(day < filter.From) && !(day > filter.To)
            && (filter.Kind is null || RemarkSubjects.Of(e.Recorded.Stream)?.Kind == filter.Kind)
            && (filter.Event is null || e.Recorded.Fact.Event.GetType() == filter.Event)
            && (filter.Partner is null || (stamp.For ?? HistoryFilter.ThePartnership) == filter.Partner)
            && (filter.Member is null || stamp.By == filter.Member)
            && !filter.NotBy.Contains(stamp.By)
            && (filter.Stream is null || e.Recorded.Stream == filter.Stream);
    }

    private static List<string> Dump(HistoryIndex index) => [.. index.Contents().Select(c => $"{c.Key}: {Verification.ViewsDump.Of(c.Value)}").Order(StringComparer.Ordinal)];

    private sealed record Happening(PartnershipId In, Recorded Recorded);

    /// <summary>Two partnerships, and then whatever the dice say; times go forth and back.</summary>
    private sealed record Log((int What, int Who, int When)[] Dice)
    {
        public const int Beginnings = 6;

        public static readonly LocalDate FirstDay = new(2026, 3, 20);

        public static MemberId Member(int number) => new(new Guid(number, 1, 1, new byte[8]));

        public static ActivityId Activity(int number) => new(new Guid(number, 2, 2, new byte[8]));

        public IEnumerable<Happening> Events
        {
            get
            {
                var versions = new Dictionary<StreamName, long>();
                long position = 0;
                foreach (var (stream, partnership, happened, who, minute) in Steps())
                {
                    long version = versions[stream] = versions.GetValueOrDefault(stream, -1) + 1;
                    position += 1 + (who % 3);
                    var at = FirstDay.AtStartOfDayInZone(Helsinki).ToInstant() + Duration.FromMinutes(minute);
                    PartnerId? partner = (who % 5) switch { 0 => new("alakyla"), 1 => new("seura"), _ => null };
                    yield return new(partnership, new(stream, new(position), Guid.Empty, new(happened, version, new(default, Member(who % 4), partner, at))));
                }
            }
        }

        public HistoryIndex Index()
        {
            var index = new HistoryIndex();
            foreach (var e in Events) index.Apply(e.Recorded, null);
            return index;
        }

        private IEnumerable<(StreamName Stream, PartnershipId In, IEvent Event, int Who, int Minute)> Steps()
        {
            foreach (var partnership in (PartnershipId[])[Here, There])
            {
                int first = partnership == Here ? 0 : 1;
                yield return (Streams.Of(partnership), partnership, new PartnershipFounded(partnership, new("X")), 0, 0);
                yield return (Streams.Of(new CycleId(partnership, 2026)), partnership, new CycleDrafted(new(partnership, 2026)), 0, 0);
                yield return (Streams.Of(Activity(first)), partnership, new ActivityPlanned(Activity(first), new(partnership, 2026), Planning.Details("T", Planning.On(5, 5))), 0, 1);
            }
            foreach (var (what, who, when) in Dice)
            {
                var partnership = what % 3 == 0 ? There : Here;
                int activity = partnership == Here ? 0 : 1;
                yield return (what % 7) switch
                {
                    0 => (Streams.Of(partnership), partnership, new PartnershipRenamed(new("Y")), who, when * 61),
                    1 => (Streams.Of(new CycleId(partnership, 2026)), partnership, new CycleAdopted(), who, when * 61),
                    2 or 3 => (Streams.Of(Activity(activity)), partnership, new ActivityRetitled(new("U")), who, when * 61),
                    _ => (Streams.Of(Activity(activity)), partnership, (IEvent)new ActivityConfirmed(), who, when * 61),
                };
            }
        }
    }
}
