using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class OutageTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Workshop);
    private readonly FlakyStore _store = new(new MemoryStore());

    [Fact]
    public async Task A_busy_store_is_asked_again()
    {
        var house = await House.WithSeutu(_store);
        int failures = 0;
        _store.BeforeAppend = _ => failures++ < 3 ? throw new StoreUnavailableException("busy", transient: true) : Task.CompletedTask;

        var outcome = await house.Done(Seutu.Plan());

        Assert.False(outcome.Repeated);
        Assert.Single(await house.Events(Stream));
    }

    [Fact]
    public async Task A_store_that_stays_away_ends_in_try_again_with_nothing_half_done()
    {
        var house = await House.WithSeutu(_store);
        int tries = 0;
        _store.BeforeAppend = _ =>
        {
            tries++;
            throw new StoreUnavailableException("busy", transient: true);
        };

        var outcome = await house.Send(Seutu.Plan());

        Assert.Equal(CommandProblems.StoreAway, Assert.IsType<Outcome.TryAgain>(outcome).Problem.Code);
        Assert.Equal(House.Quick.OutageRetries + 1, tries);
        Assert.Empty(await house.Events(Stream));
    }

    [Fact]
    public async Task A_full_disk_is_said_at_once()
    {
        var house = await House.WithSeutu(_store);
        int tries = 0;
        _store.BeforeAppend = _ =>
        {
            tries++;
            throw new StoreUnavailableException("disk full", transient: false);
        };

        var outcome = await house.Send(Seutu.Plan());

        Assert.Equal(CommandProblems.StoreNeedsHelp, Assert.IsType<Outcome.TryAgain>(outcome).Problem.Code);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_not_written_twice()
    {
        var house = await House.WithSeutu(_store);
        _store.AfterAppend = _ =>
        {
            _store.AfterAppend = _ => Task.CompletedTask;
            throw new StoreUnavailableException("connection lost", transient: true);
        };

        var outcome = await house.Done(Seutu.Plan());

        Assert.Equal(0, outcome.Version);
        Assert.Single(await house.Events(Stream));
    }

    [Fact]
    public async Task A_store_that_hangs_is_left_alone_when_patience_ends()
    {
        var house = await House.WithSeutu(_store, House.Quick with { Patience = TimeSpan.FromMilliseconds(50) });
        var never = new TaskCompletionSource();
        _store.BeforeAppend = _ => never.Task;

        var outcome = await house.Send(Seutu.Plan());

        Assert.Equal(CommandProblems.StoreAway, Assert.IsType<Outcome.TryAgain>(outcome).Problem.Code);
        never.SetResult();
    }

    [Fact]
    public async Task The_same_command_may_be_sent_again_after_try_again()
    {
        var house = await House.WithSeutu(_store);
        var id = Seutu.CommandNumber(1);
        _store.BeforeAppend = _ => throw new StoreUnavailableException("disk full", transient: false);
        await house.Send(Seutu.Plan(), id: id);
        _store.BeforeAppend = _ => Task.CompletedTask;

        Assert.False((await house.Done(Seutu.Plan(), id: id)).Repeated);
        Assert.Equal([new ActivityPlanned(Seutu.Workshop, Seutu.Year, Seutu.Details())], await house.Events(Stream));
    }

    [Fact]
    public async Task While_the_store_is_known_to_be_away_nothing_is_asked_of_it()
    {
        var condition = new SwitchedCondition();
        var house = await House.WithSeutu(_store, condition: condition);
        int tries = 0;
        _store.BeforeAppend = _ => Task.FromResult(tries++);
        condition.CanWrite = false;

        var outcome = await house.Send(Seutu.Plan());

        Assert.Equal(CommandProblems.ReadOnlyForNow, Assert.IsType<Outcome.TryAgain>(outcome).Problem.Code);
        Assert.Equal(0, tries);
    }

    [Fact]
    public async Task A_command_that_is_under_way_when_the_store_goes_away_is_answered_at_once_and_sent_again_happens_once()
    {
        var condition = new SwitchedCondition();
        var house = await House.WithSeutu(_store, House.Quick with { Patience = TimeSpan.FromDays(1) }, condition);
        var (written, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.AfterAppend = _ =>
        {
            written.SetResult();
            return answered.Task;
        };
        var id = Seutu.CommandNumber(1);
        var sending = house.Send(Seutu.Plan(), id: id);
        await written.Task;
        condition.CanWrite = false;

        Assert.Equal(CommandProblems.ReadOnlyForNow, Assert.IsType<Outcome.TryAgain>(await sending).Problem.Code);

        condition.CanWrite = true;
        _store.AfterAppend = _ => Task.CompletedTask;
        answered.SetException(new StoreUnavailableException("connection lost", transient: true));
        Assert.True((await house.Done(Seutu.Plan(), id: id)).Repeated);
        Assert.Single(await house.Events(Stream));
    }
}
