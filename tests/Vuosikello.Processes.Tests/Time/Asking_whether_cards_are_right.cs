using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;

namespace Vuosikello.Processes.Tests.Time;

public sealed class Asking_whether_cards_are_right : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private readonly HandClock _clock = new(Helsinki(2026, 1, 15, 11));
    private SqliteEventStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteEventStore.Open(_folder, _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_year_after_anybody_said_so_each_partner_is_asked_on_its_own_morning()
    {
        await using var server = await TimedServer.Start(_store, _clock);
        await server.Found();
        _clock.Set(Helsinki(2026, 6, 1, 12));
        await server.Send(new ConfirmPartnerCard(TimedServer.Seutu, TimedServer.Kerava));

        await _clock.SetAndSeen(Helsinki(2027, 1, 15, 8) - Duration.FromSeconds(1));
        Assert.Empty(await Asked());
        _clock.Set(Helsinki(2027, 1, 15, 8));
        await server.Shows(() => IsAsked(server, TimedServer.Tuusula));
        _clock.Set(Helsinki(2027, 6, 1, 8));
        await server.Shows(() => IsAsked(server, TimedServer.Kerava));

        Assert.Equal(
            [new PartnersAskedToConfirm([TimedServer.Tuusula], new LocalDate(2027, 1, 15)), new PartnersAskedToConfirm([TimedServer.Kerava], new LocalDate(2027, 6, 1))],
            await Asked());
    }

    [Fact]
    public async Task A_server_that_was_stopped_for_years_asks_once()
    {
        await using (var before = await TimedServer.Start(_store, _clock)) await before.Found();
        _clock.Set(Helsinki(2031, 5, 1, 12));

        await using var after = await TimedServer.Start(_store, _clock);
        await after.Shows(() => IsAsked(after, TimedServer.Kerava));

        Assert.Equal([new PartnersAskedToConfirm([TimedServer.Kerava, TimedServer.Tuusula], new LocalDate(2031, 5, 1))], await Asked());
    }

    private static bool IsAsked(TimedServer server, PartnerId partner) => server.Partnerships.Find(TimedServer.Seutu)?.State.Cards[partner.Value].AskedOn is not null;

    private async Task<List<IEvent>> Asked()
    {
        var asked = new List<IEvent>();
        await foreach (var e in _store.ReadStream(Streams.Of(TimedServer.Seutu), 0, TestContext.Current.CancellationToken))
            if (EventSerializer.Deserialize(e).Event is PartnersAskedToConfirm happened) asked.Add(happened);
        return asked;
    }

    private static Instant Helsinki(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();
}
