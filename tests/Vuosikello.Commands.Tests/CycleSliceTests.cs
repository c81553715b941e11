using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class CycleSliceTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Year);

    [Fact]
    public async Task Drafting_starts_a_year()
    {
        var house = await House.WithSeutu();
        var next = Seutu.Year with { Year = 2027 };

        Assert.Equal([new CycleDrafted(next)], await house.Added(Streams.Of(next), new DraftCycle(next)));
    }

    [Fact]
    public async Task A_year_gets_its_emphasis()
    {
        var house = await House.WithSeutu();
        var emphasis = new LocalText("Tilat");

        Assert.Equal([new CycleEmphasisSet(emphasis)], await house.Added(Stream, new SetCycleEmphasis(Seutu.Year, emphasis)));
    }

    [Fact]
    public async Task A_year_goes_through_its_phases()
    {
        var house = await House.WithSeutu();

        Assert.Equal([new CycleOpenedForComments()], await house.Added(Stream, new OpenCycleForComments(Seutu.Year)));
        Assert.Equal([new CycleReturnedToDraft()], await house.Added(Stream, new ReturnCycleToDraft(Seutu.Year)));
        Assert.Equal([new CycleAdopted()], await house.Added(Stream, new AdoptCycle(Seutu.Year)));
        Assert.Equal([new CycleClosed()], await house.Added(Stream, new CloseCycle(Seutu.Year)));
        Assert.Equal([new CycleReopened()], await house.Added(Stream, new ReopenCycle(Seutu.Year)));
    }

    [Fact]
    public async Task Rolling_forward_drafts_the_year_and_says_from_what()
    {
        var house = await House.WithSeutu();
        var next = Seutu.Year with { Year = 2027 };

        var added = await house.Added(Streams.Of(next), new RollCycleForward(next, 2026, [Seutu.Workshop]));

        Assert.Equal([new CycleDrafted(next), new CycleRolledForward(2026, [Seutu.Workshop])], added);
    }

    [Fact]
    public async Task A_year_of_no_partnership_is_not_found()
    {
        var house = new House(new MemoryStore());

        Assert.Equal(ProblemCodes.NoSuchPartnership, Assert.IsType<Outcome.NotFound>(await house.Send(new DraftCycle(Seutu.Year))).Problem.Code);
    }

    [Fact]
    public async Task An_activity_of_a_closed_year_is_left_as_it_is()
    {
        var house = await House.WithSeutu();
        await house.Done(new AdoptCycle(Seutu.Year));
        await house.Done(new CloseCycle(Seutu.Year));

        var outcome = await house.Send(Seutu.Plan());

        Assert.Equal(ProblemCodes.CycleIsClosed, Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Problems).Code);
    }
}
