using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Benchmarks.Store;

/// <summary>Events of about 250 bytes, data and stamp together, as a planning season writes them.</summary>
internal static class SampleEvents
{
    /// <summary>One writer's appends, one event each, round and round its share of the streams, each expecting its version.</summary>
    public static List<(StreamName Stream, ExpectedVersion Expected, EventData[] Events)> Appends(int writer, int writers, int count, int streams)
    {
        var own = Enumerable.Range(0, streams).Where(i => i % writers == writer)
            .Select(i => Streams.Of(new ActivityId(Id(1, i)))).ToList();
        return [.. Enumerable.Range(0, count).Select(i =>
            (own[i % own.Count], ExpectedVersion.Exactly((i / own.Count) - 1), new[] { Event(writer, i) }))];
    }

    private static EventData Event(int writer, int i)
    {
        var day = new LocalDate(2026, 1, 1).PlusDays(i % 365);
        var at = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMilliseconds(i);
        IEvent e = (i % 4) switch
        {
            0 => new ActivityRescheduled(new ActivityTime.Exact(day.At(new LocalTime(16, 0)), day.At(new LocalTime(19, 0)))),
            1 => new ActivityRetitled(new LocalText($"Alueellinen työpaja ja yhteiskoulutus {i}", "Regional verkstad")),
            2 => new ActivityRelocated(new Venue($"Kirjasto, kokoushuone {i}", "Kirjastokatu 2, 00100 Helsinki")),
            _ => new ActivityAreasChosen([new AreaId("jarvenpaa-kerava-tuusula"), new AreaId("nurmijarvi"), new AreaId("mantsala-pornainen")]),
        };
        var stamp = new Stamp(new CommandId(Id(2 + writer, i)), new MemberId(Id(0, 7)), new PartnerId("keravan-kaupunki"), at);
        return EventSerializer.Serialize(e, stamp, Id(1000 + writer, i));
    }

    private static Guid Id(int kind, int number) => DeterministicGuid.Create(Guid.Empty, $"{kind}-{number}");
}
