using NodaTime;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.AnnualCycles;

public sealed class The_phases_of_a_year
{
    private static readonly CycleId Year = Samples.CycleId;
    private static readonly CycleDrafted Drafted = new(Year);
    private static readonly CycleOpenedForComments Opened = new();
    private static readonly CycleAdopted Adopted = new();
    private static readonly CycleClosed Closed = new();

    private Partnership? _partnership = Samples.Partnership;

    private Scenario<AnnualCycle, ICycleCommand> Given(params IEvent[] events) =>
        new Scenario<AnnualCycle, ICycleCommand>((state, command) =>
            AnnualCycleDecider.Decide(state, command, new CycleSurroundings(_partnership, null), Instant.MinValue)).Given(events);

    private static Problem About(string code) => new(code, "cycle", ["2026"]);

    [Fact]
    public void A_year_is_drafted_once()
    {
        Given().When(new DraftCycle(Year)).Then(Drafted);
        Given(Drafted).When(new DraftCycle(Year)).ThenRefused(About(ProblemCodes.CycleExists));
    }

    [Fact]
    public void A_year_needs_its_partnership()
    {
        _partnership = null;
        Given().When(new DraftCycle(Year)).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(3000)]
    public void Years_are_1900_to_2999(int year) =>
        Given().When(new DraftCycle(Year with { Year = year })).ThenRefused(ProblemCodes.NumberOutOfRange, "cycle");

    [Fact]
    public void It_goes_through_a_round_to_adoption_and_closing()
    {
        Given(Drafted).When(new OpenCycleForComments(Year)).Then(Opened);
        Given(Drafted, Opened).When(new AdoptCycle(Year)).Then(Adopted);
        Given(Drafted, Opened, Adopted).When(new CloseCycle(Year)).Then(Closed);
    }

    [Fact]
    public void A_round_may_end_without_adoption_and_a_year_be_adopted_without_a_round()
    {
        Given(Drafted, Opened).When(new ReturnCycleToDraft(Year)).Then(new CycleReturnedToDraft());
        Given(Drafted).When(new AdoptCycle(Year)).Then(Adopted);
    }

    [Fact]
    public void Closing_is_undone_by_reopening() => Given(Drafted, Adopted, Closed).When(new ReopenCycle(Year)).Then(new CycleReopened());

    [Fact]
    public void What_is_so_already_does_not_happen_again()
    {
        Given(Drafted).When(new ReturnCycleToDraft(Year)).ThenNothing();
        Given(Drafted, Opened).When(new OpenCycleForComments(Year)).ThenNothing();
        Given(Drafted, Adopted).When(new AdoptCycle(Year)).ThenNothing();
        Given(Drafted, Adopted).When(new ReopenCycle(Year)).ThenNothing();
        Given(Drafted, Adopted, Closed).When(new CloseCycle(Year)).ThenNothing();
    }

    [Fact]
    public void No_phase_is_skipped_and_an_adoption_stands()
    {
        Given(Drafted).When(new CloseCycle(Year)).ThenRefused(About(ProblemCodes.CycleNotAdopted));
        Given(Drafted).When(new ReopenCycle(Year)).ThenRefused(About(ProblemCodes.CycleNotClosed));
        Given(Drafted, Adopted).When(new OpenCycleForComments(Year)).ThenRefused(About(ProblemCodes.CycleNotDraft));
        Given(Drafted, Adopted).When(new ReturnCycleToDraft(Year)).ThenRefused(About(ProblemCodes.CycleNotInCommentRound));
        Given(Drafted, Adopted, Closed).When(new AdoptCycle(Year)).ThenRefused(About(ProblemCodes.CycleIsClosed));
    }

    [Fact]
    public void What_was_not_drafted_has_no_phases()
    {
        foreach (ICycleCommand command in new ICycleCommand[]
                 {
                     new OpenCycleForComments(Year), new ReturnCycleToDraft(Year), new AdoptCycle(Year), new CloseCycle(Year),
                     new ReopenCycle(Year), new SetCycleEmphasis(Year, LocalText.Empty),
                 })
        {
            Given().When(command).ThenRefused(About(ProblemCodes.NoSuchCycle));
        }
    }

    [Fact]
    public void Its_emphasis_is_set_and_taken_back_until_it_is_closed()
    {
        var emphasis = new LocalText("Nuorten osallisuus");
        Given(Drafted).When(new SetCycleEmphasis(Year, emphasis)).Then(new CycleEmphasisSet(emphasis));
        Given(Drafted, new CycleEmphasisSet(emphasis)).When(new SetCycleEmphasis(Year, emphasis)).ThenNothing();
        Given(Drafted, new CycleEmphasisSet(emphasis)).When(new SetCycleEmphasis(Year, LocalText.Empty)).Then(new CycleEmphasisSet(LocalText.Empty));
        Given(Drafted, Adopted, Closed).When(new SetCycleEmphasis(Year, emphasis)).ThenRefused(About(ProblemCodes.CycleIsClosed));
        Given(Drafted).When(new SetCycleEmphasis(Year, new LocalText(new string('x', 2001)))).ThenRefused(ProblemCodes.TextTooLong, "emphasis");
    }
}
