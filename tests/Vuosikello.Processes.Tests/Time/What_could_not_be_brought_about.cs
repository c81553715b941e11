using MediatR;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.Processes.Tests.Kit;
using Vuosikello.Processes.Time;
using static Vuosikello.Processes.Tests.Kit.YearServer;

namespace Vuosikello.Processes.Tests.Time;

/// <summary>A year is to be drafted at noon, as long as its day is not over; it cannot be before its partnership is founded.</summary>
public sealed class What_could_not_be_brought_about : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0), DayEnds = Noon + Duration.FromHours(12);
    private static readonly Duration Second = Duration.FromSeconds(1), Minute = Duration.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-").FullName;
    private readonly HandClock _clock = new(Noon - Minute);
    private SqliteEventStore _store = null!;
    private YearAtNoon _year = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteEventStore.Open(_folder, _clock);
        _year = new YearAtNoon(_clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_refused_is_tried_again_in_a_minute_although_nothing_told_of_a_change()
    {
        await using var server = await YearServer.Start(_store, _clock, timed: _year);
        await _clock.SetAndSeen(Noon);
        await _year.Tried(1);
        await server.Send(new FoundPartnership(Seutu, new LocalText("Seutu")), Command(1));

        await _clock.SetAndSeen(Noon + Minute - Second);
        Assert.Equal(1, _year.Tries);
        _clock.Set(Noon + Minute);
        await _year.Tried(2);
        await _clock.SetAndSeen(Noon + Minute);

        Assert.True(await IsDrafted());
    }

    [Fact]
    public async Task It_is_tried_ever_more_seldom_down_to_once_an_hour()
    {
        await using var server = await YearServer.Start(_store, _clock, timed: _year);
        await _clock.SetAndSeen(Noon);
        await _year.Tried(1);
        var last = Noon;
        int tries = 1;
        foreach (int minutes in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            last += Duration.FromMinutes(minutes);
            await _clock.SetAndSeen(last - Second);
            Assert.Equal(tries, _year.Tries);
            _clock.Set(last);
            await _year.Tried(++tries);
        }
    }

    [Fact]
    public async Task What_a_clock_that_ran_ahead_took_for_past_is_brought_about_when_the_clock_was_put_right()
    {
        _clock.Set(DayEnds);
        await using var server = await YearServer.Start(_store, _clock, timed: _year);
        await server.Send(new FoundPartnership(Seutu, new LocalText("Seutu")), Command(1));
        await _clock.SetAndSeen(DayEnds);

        await _clock.SetAndSeen(Noon - Second);
        Assert.Equal(0, _year.Tries);
        _clock.Set(Noon);
        await _year.Tried(1);
        await _clock.SetAndSeen(Noon);

        Assert.True(await IsDrafted());
    }

    [Fact]
    public async Task A_clock_that_steps_back_just_before_the_command_loses_nothing()
    {
        await using var server = await YearServer.Start(_store, _clock, timed: _year);
        _year.BeforeFirst = () => _clock.Set(Noon - Minute);
        _clock.Set(Noon);
        await _year.Tried(1);
        await server.Send(new FoundPartnership(Seutu, new LocalText("Seutu")), Command(1));

        await _clock.SetAndSeen(Noon - Second);
        Assert.Equal(1, _year.Tries);
        _clock.Set(Noon);
        await _year.Tried(2);
        await _clock.SetAndSeen(Noon);

        Assert.True(await IsDrafted());
    }

    private async Task<bool> IsDrafted()
    {
        await foreach (var _ in _store.ReadStream(Streams.Of(From))) return true;
        return false;
    }

    private sealed class YearAtNoon(IClock clock) : ITimedAggregates
    {
        private readonly SemaphoreSlim _tried = new(0);
        private int _awaitedTries, _tries;

        public Action? BeforeFirst { get; set; }
        public int Tries => Volatile.Read(ref _tries);

        public IEnumerable<Awaited> All() => Of(Streams.Of(From)) is { } awaited ? [awaited] : [];

        public Awaited? Of(StreamName stream) =>
            stream == Streams.Of(From) && clock.GetCurrentInstant() < DayEnds ? new Awaited(stream, new Moment(Noon, "noon"), Try) : null;

        /// <summary>Waits until it has been tried so often.</summary>
        public async Task Tried(int times)
        {
            for (; _awaitedTries < times; _awaitedTries++) await _tried.WaitAsync(TestContext.Current.CancellationToken);
        }

        private IRequest<Outcome> Try(Stamp stamp)
        {
            if (Interlocked.Increment(ref _tries) == 1) BeforeFirst?.Invoke();
            _tried.Release();
            return new Send<DraftCycle>(new DraftCycle(From), stamp);
        }
    }
}
