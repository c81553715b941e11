using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Benchmarks.Views;

/// <summary>A log as a region's years make it: partnerships, years, and activities that are planned, edited, confirmed and held. The same seed gives the same log.</summary>
/// <param name="perYear">Activities of one partnership's year; the next ones are another partnership's.</param>
public sealed class LogGenerator(int seed, int perYear = LogGenerator.PerYear)
{
    /// <summary>A large region's year.</summary>
    public const int PerYear = 5_000;
    private readonly Random _random = new(seed);
    private readonly List<PartnerId> _partners = [.. Enumerable.Range(0, 40).Select(i => new PartnerId($"jarjesto-{i}"))];
    private int _commands;

    /// <summary>Appends at least <paramref name="events"/> events; activities' changes are interleaved as people make them.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> Fill(IEventStore store, int events)
    {
        int written = 0, activities = 0;
        var partnership = default(PartnershipId);
        var pending = new List<Task>();
        while (written < events)
        {
            if (activities % perYear == 0)
            {
                partnership = new($"seutu-{activities / perYear}");
                written += await Append(store, Streams.Of(partnership), Founding(partnership));
                written += await Append(store, Streams.Of(new CycleId(partnership, 2026)), [new CycleDrafted(new(partnership, 2026))]);
            }
            var id = new ActivityId(Next());
            activities++;
            IEvent[] life = [new ActivityPlanned(id, new(partnership, 2026), Details(activities)), .. Changes(activities)];
            written += life.Length;
            pending.Add(Append(store, Streams.Of(id), life));
            if (pending.Count < 512) continue;
            await Task.WhenAll(pending);
            pending.Clear();
        }
        await Task.WhenAll(pending);
        return written;
    }

    private static List<IEvent> Founding(PartnershipId id)
    {
        List<IEvent> events = [new PartnershipFounded(id, new($"Seutu {id}"))];
        for (int i = 0; i < 12; i++) events.Add(new AreaAdded(new(new($"alue-{i}"), new($"Alue {i}"), [$"Kunta {i}"])));
        for (int i = 0; i < 8; i++) events.Add(new ThemeAdded(new(new($"teema-{i}"), new($"Teema {i}", $"Tema {i}"))));
        for (int i = 0; i < 40; i++) events.Add(new PartnerJoined(new(new($"jarjesto-{i}"), PartnerKind.Association, new($"Järjestö {i} ry"), [new($"alue-{i % 12}")], [])));
        return events;
    }

    private ActivityDetails Details(int number) => new(
        new($"Kyläilta {number}", $"Bykväll {number}"), Time(),
        new("Yhteinen ilta, jossa sovitaan tulevan kauden talkoista ja jaetaan kuulumiset. Kahvitarjoilu, esteetön tila."),
        [new($"alue-{_random.Next(12)}")], [new($"teema-{_random.Next(8)}")],
        new(new("järjestökoordinaattori"), _partners[_random.Next(_partners.Count)]), [_partners[_random.Next(_partners.Count)]],
        new("Kylätalo, iso sali", $"Kyläraitti {_random.Next(200)}"), [], new(null, new RegistrationDeadline.Before(7)));

    private ActivityTime Time()
    {
        var day = new LocalDate(2026, 1, 1).PlusDays(_random.Next(360));
        return _random.Next(4) switch
        {
            0 => new ActivityTime.Days(day, day.PlusDays(_random.Next(4))),
            1 => new ActivityTime.Months(day.ToYearMonth(), day.ToYearMonth()),
            _ => new ActivityTime.Exact(day.At(new(17, 0)), day.At(new(19, 0))),
        };
    }

    private IEnumerable<IEvent> Changes(int number)
    {
        for (int i = _random.Next(3, 8); i > 0; i--)
        {
            yield return _random.Next(6) switch
            {
                0 => new ActivityRetitled(new($"Kyläilta {number}, uusi nimi {i}", $"Bykväll {number}")),
                1 => new ActivityDescribed(new($"Tarkennettu ohjelma {i}: talkoot, kuulumiset ja seuraavan kauden suunnitelma.")),
                2 => new ActivityRelocated(new("Koulun liikuntasali", $"Koulutie {i}")),
                3 => new ActivityAreasChosen([new($"alue-{i}"), new($"alue-{i + 1}")]),
                4 => new ActivityParticipantsChosen([_partners[i], _partners[i + 1]]),
                _ => new ActivityRescheduled(Time()),
            };
        }
        yield return new ActivityConfirmed();
    }

    private async Task<int> Append(IEventStore store, StreamName stream, IReadOnlyList<IEvent> events)
    {
        var stamp = new Stamp(new(Next()), new(new Guid(1, 2, 3, new byte[8])), new("jarjesto-1"), Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromSeconds(++_commands)));
        await store.Append(stream, ExpectedVersion.NoStream, [.. events.Select((e, i) => EventSerializer.Serialize(e, stamp, EventIds.For(stamp.Command, i)))]);
        return events.Count;
    }

    private Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
