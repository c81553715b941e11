using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Projections.History;

namespace Vuosikello.Projections.Tests.History;

/// <summary>Two partnerships, and then whatever the dice say; times go forth and back.</summary>
internal sealed record DrawnLog((int What, int Who, int When)[] Dice)
{
    public const int Beginnings = 6;

    public static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
    public static readonly PartnershipId Here = new("jokilaakso"), There = new("vaaramaa");

    public static readonly Gen<DrawnLog> Any =
        (from what in Gen.Choose(0, 999) from who in Gen.Choose(0, 999) from day in Gen.Choose(0, 999) select (what, who, day)).ListOf().Select(dice => new DrawnLog([.. dice]));

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

/// <summary>What happened, and in which of two partnerships.</summary>
internal sealed record Happening(PartnershipId In, Recorded Recorded);
