using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class An_activity_in_premises
{
    private static readonly Premises Hall = new(new("sali"), Samples.Town.Id, new LocalText("Sali"), null, null, [], LocalText.Empty, LocalText.Empty, LocalText.Empty);
    private static readonly Venue InHall = new("Sali", "Koulutie 1", Premises: Hall.Id);
    private static readonly PremisesRegister Register = new([Hall], [], 0);

    private static Scenario<Activity, IActivityCommand> Given(PremisesRegister? register, params IEvent[] events) =>
        new Scenario<Activity, IActivityCommand>((state, command) => ActivityDecider.Decide(
            state, command, new ActivitySurroundings(Samples.Partnership, Samples.Cycle) { Premises = register }, Instant.MinValue)).Given(events);

    private static ActivityDetails Details => Samples.Workshop with { Venue = null };

    [Fact]
    public void A_plan_that_names_premises_is_a_plan_and_a_move_into_them() =>
        Given(Register).When(new PlanActivity(Samples.CycleId, Samples.ActivityId, Details with { Venue = InHall }))
            .Then(new ActivityPlanned(Samples.ActivityId, Samples.CycleId, Details), new ActivityMovedIntoPremises(InHall));

    [Fact]
    public void It_moves_in_and_out()
    {
        var planned = new ActivityPlanned(Samples.ActivityId, Samples.CycleId, Details);
        Given(Register, planned).When(Edit(InHall, 0)).Then(new ActivityMovedIntoPremises(InHall));
        Given(Register, planned, new ActivityMovedIntoPremises(InHall)).When(Edit(new Venue("Kunnantalo"), 1)).Then(new ActivityRelocated(new Venue("Kunnantalo")));
    }

    [Fact]
    public void Premises_that_are_not_there_are_refused_and_those_withdrawn_since_stay()
    {
        var planned = new ActivityPlanned(Samples.ActivityId, Samples.CycleId, Details);
        Given(null, planned).When(Edit(InHall, 0)).ThenRefused(new Problem(ProblemCodes.NoSuchPremises, ActivityFields.Venue, ["sali"]));
        Given(null, planned, new ActivityMovedIntoPremises(InHall)).When(Edit(InHall with { Link = "https://example.org" }, 1))
            .Then(new ActivityMovedIntoPremises(InHall with { Link = "https://example.org" }));
    }

    private static EditActivity Edit(Venue venue, long basedOn) => new(Samples.PartnershipId, Samples.ActivityId, basedOn, new ActivityChanges { Venue = new(venue) });
}
