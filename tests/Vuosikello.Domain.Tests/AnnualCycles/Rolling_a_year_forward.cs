using NodaTime;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.AnnualCycles;

public sealed class Rolling_a_year_forward
{
    private static readonly CycleId Next = new(Samples.PartnershipId, 2027);
    private static readonly CycleRolledForward Rolled = new(2026, [Samples.ActivityId]);

    private AnnualCycle? _source = Samples.Cycle;

    private Scenario<AnnualCycle, ICycleCommand> Given(params IEvent[] events) =>
        new Scenario<AnnualCycle, ICycleCommand>((state, command) =>
            AnnualCycleDecider.Decide(state, command, new CycleSurroundings(Samples.Partnership, _source), Instant.MinValue)).Given(events);

    private static RollCycleForward Roll(params ActivityId[] activities) => new(Next, 2026, activities.ToValueList());

    [Fact]
    public void A_year_that_does_not_exist_is_drafted_on_the_way() =>
        Given().When(Roll(Samples.ActivityId)).Then(new CycleDrafted(Next), Rolled);

    [Fact]
    public void A_year_that_exists_takes_the_activities_in() =>
        Given(new CycleDrafted(Next)).When(Roll(Samples.ActivityId)).Then(Rolled);

    [Fact]
    public void A_closed_year_can_be_rolled_from_but_not_into()
    {
        _source = Samples.Cycle with { Phase = CyclePhase.Closed };
        Given().When(Roll(Samples.ActivityId)).Then(new CycleDrafted(Next), Rolled);
        Given(new CycleDrafted(Next), new CycleAdopted(), new CycleClosed()).When(Roll(Samples.ActivityId))
            .ThenRefused(new Problem(ProblemCodes.CycleIsClosed, "cycle", ["2027"]));
    }

    [Theory]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Time_does_not_roll_backward(int from)
    {
        _source = Samples.Cycle with { Id = Next with { Year = from } };
        Given().When(new RollCycleForward(Next, from, [Samples.ActivityId])).ThenRefused(ProblemCodes.RollsBackward, "fromYear");
    }

    [Fact]
    public void A_year_that_is_missing_cannot_be_rolled_from()
    {
        _source = null;
        Given().When(Roll(Samples.ActivityId)).ThenRefused(new Problem(ProblemCodes.NoSuchCycle, "fromYear", ["2026"]));
    }

    [Fact]
    public void Something_has_to_be_chosen() =>
        Given().When(Roll()).ThenRefused(new Problem(ProblemCodes.NothingChosen, "activities"));

    [Fact]
    public void Nothing_is_chosen_twice() =>
        Given().When(Roll(Samples.ActivityId, Samples.ActivityId))
            .ThenRefused(new Problem(ProblemCodes.NamedTwice, "activities", [Samples.ActivityId.ToString()]));
}
