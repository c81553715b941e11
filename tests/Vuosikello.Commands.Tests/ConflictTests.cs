using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class ConflictTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Workshop);

    [Fact]
    public async Task What_another_server_wrote_in_between_is_decided_on_again()
    {
        var store = new FlakyStore(new MemoryStore());
        var house = await House.WithSeutu(store);
        var other = new House(store);
        await house.Done(Seutu.Plan());
        Meddle(store, () => other.Done(new CancelActivity(Seutu.Id, Seutu.Workshop, LocalText.Empty)));

        var outcome = await house.Send(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(ProblemCodes.ActivityIsCancelled, Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems).Code);
        Assert.Equal([new ActivityCancelled(LocalText.Empty)], await house.Events(Stream, from: 1));
    }

    [Fact]
    public async Task An_edit_is_merged_with_what_another_server_wrote_to_another_field()
    {
        var store = new FlakyStore(new MemoryStore());
        var house = await House.WithSeutu(store);
        var other = new House(store);
        await house.Done(Seutu.Plan());
        Meddle(store, () => other.Done(Edit(new ActivityChanges { Areas = new([Seutu.Whole]) })));

        var outcome = await house.Send(Edit(new ActivityChanges { Title = new(new LocalText("Uusi")) }));

        Assert.Equal(2, Assert.IsType<Outcome.Done>(outcome).Version);
        Assert.Equal([new ActivityAreasChosen([Seutu.Whole]), new ActivityRetitled(new LocalText("Uusi"))], await house.Events(Stream, from: 1));
    }

    [Fact]
    public async Task A_stream_that_others_never_leave_alone_ends_in_try_again()
    {
        var store = new FlakyStore(new MemoryStore());
        var house = await House.WithSeutu(store);
        await house.Done(Seutu.Plan());
        store.BeforeAppend = stream => throw new WrongExpectedVersionException(stream, ExpectedVersion.NoStream, 0);

        var outcome = await house.Send(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(CommandProblems.Contended, Assert.IsType<Outcome.TryAgain>(outcome).Problem.Code);
        Assert.Single(await house.Events(Stream));
    }

    [Fact]
    public async Task A_refusal_is_checked_on_what_another_server_has_written()
    {
        var house = await House.WithSeutu();
        var other = new House(house.Store);
        await house.Done(Seutu.Plan());
        await house.Done(new CancelActivity(Seutu.Id, Seutu.Workshop, LocalText.Empty));
        await other.Done(new ReinstateActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal([new ActivityConfirmed()], await house.Added(Stream, new ConfirmActivity(Seutu.Id, Seutu.Workshop)));
    }

    [Fact]
    public async Task What_another_server_changed_in_the_partnership_counts_at_once()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan(id: Seutu.ActivityNumber(1)));
        await new House(house.Store).Done(new AddArea(Seutu.Id, new Area(new AreaId("uusi"), new LocalText("Uusi"), [])));

        var outcome = await house.Send(new PlanActivity(Seutu.Year, Seutu.Workshop, Seutu.Details() with { Areas = [new AreaId("uusi")] }));

        Assert.IsType<Outcome.Done>(outcome);
    }

    [Fact]
    public async Task A_year_that_another_server_closed_takes_nothing_in()
    {
        var house = await House.WithSeutu();
        var other = new House(house.Store);
        await house.Done(Seutu.Plan());
        await other.Done(new AdoptCycle(Seutu.Year));
        await other.Done(new CloseCycle(Seutu.Year));

        var outcome = await house.Send(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(ProblemCodes.CycleIsClosed, Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems).Code);
    }

    /// <summary>Lets somebody else in just before the next append.</summary>
    private static void Meddle(FlakyStore store, Func<Task> meddle) => store.BeforeAppend = async _ =>
    {
        store.BeforeAppend = _ => Task.CompletedTask;
        await meddle();
    };

    private static EditActivity Edit(ActivityChanges changes) => new(Seutu.Id, Seutu.Workshop, 0, changes);
}
