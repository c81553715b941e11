using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class Editing_an_activity : ActivityScenario
{
    private static readonly LocalText NewTitle = new("Työpaja yksi");

    [Fact]
    public void Each_field_has_its_own_event() =>
        Given(Planned).When(Edit(new ActivityChanges
        {
            Title = To(NewTitle),
            Time = To<ActivityTime>(Exact(At(3, 25, 16), At(3, 25, 19))),
            Description = To(new LocalText("Tervetuloa")),
            Areas = To<ValueList<AreaId>>([Samples.Nurmijärvi.Id]),
            Themes = To<ValueList<ThemeId>>([]),
            Responsible = To<Responsible?>(null),
            Participants = To<ValueList<PartnerId>>([]),
            Venue = To<Venue?>(new Venue("Kunnantalo")),
            Agenda = To<ValueList<AgendaRow>>([]),
            Registration = To<Registration?>(null),
        })).Then(
            new ActivityRetitled(NewTitle),
            new ActivityRescheduled(Exact(At(3, 25, 16), At(3, 25, 19))),
            new ActivityDescribed(new LocalText("Tervetuloa")),
            new ActivityAreasChosen([Samples.Nurmijärvi.Id]),
            new ActivityThemesChosen([]),
            new ActivityResponsibilityAssigned(null),
            new ActivityParticipantsChosen([]),
            new ActivityRelocated(new Venue("Kunnantalo")),
            new ActivityAgendaSet([]),
            new ActivityRegistrationArranged(null));

    [Fact]
    public void Only_what_really_differs_happens() =>
        Given(Planned).When(Edit(new ActivityChanges { Title = To(NewTitle), Venue = To(Workshop.Venue) })).Then(new ActivityRetitled(NewTitle));

    [Fact]
    public void Nothing_changed_is_nothing_happened()
    {
        Given(Planned).When(Edit(new ActivityChanges())).ThenNothing();
        Given(Planned).When(Edit(new ActivityChanges { Title = To(new LocalText(" Työpaja 1 ", "Verkstad 1")), Agenda = To(Workshop.Agenda) })).ThenNothing();
    }

    [Fact]
    public void Rescheduling_is_an_edit_of_the_time_alone() =>
        Given(Planned).When(new RescheduleActivity(Here, Id, 0, Exact(At(3, 26, 16), At(3, 26, 19))))
            .Then(new ActivityRescheduled(Exact(At(3, 26, 16), At(3, 26, 19))));

    [Fact]
    public void What_does_not_exist_is_not_edited() =>
        Given().When(Edit(new ActivityChanges { Title = To(NewTitle) })).ThenRefused(ProblemCodes.NoSuchActivity);

    [Fact]
    public void Another_partnership_has_no_such_activity() =>
        Given(Planned).When(new EditActivity(new PartnershipId("pohjois-karjala"), Id, 0, new ActivityChanges { Title = To(NewTitle) }))
            .ThenRefused(ProblemCodes.NoSuchActivity);

    [Fact]
    public void A_closed_year_is_not_edited()
    {
        Cycle = Samples.Cycle with { Phase = CyclePhase.Closed };
        Given(Planned).When(Edit(new ActivityChanges { Title = To(NewTitle) })).ThenRefused(new Problem(ProblemCodes.CycleIsClosed, "cycle", ["2026"]));
        Given(Planned).When(new ConfirmActivity(Here, Id)).ThenRefused(ProblemCodes.CycleIsClosed, "cycle");
    }

    [Fact]
    public void A_cancelled_activity_is_not_edited() =>
        Given(Planned, new ActivityCancelled(LocalText.Empty)).When(Edit(new ActivityChanges { Title = To(NewTitle) }, basedOn: 1))
            .ThenRefused(new Problem(ProblemCodes.ActivityIsCancelled, "status"));

    [Fact]
    public void A_withdrawn_activity_is_not_edited() =>
        Given(Planned, new ActivityWithdrawn()).When(Edit(new ActivityChanges { Title = To(NewTitle) }, basedOn: 1))
            .ThenRefused(ProblemCodes.ActivityIsWithdrawn);

    [Fact]
    public void A_held_activity_is_described_better_but_its_time_and_registration_stand()
    {
        var held = Given(Planned, new ActivityHeld(null));
        held.When(Edit(new ActivityChanges { Description = To(new LocalText("Muistio liitteenä")) }, basedOn: 1))
            .Then(new ActivityDescribed(new LocalText("Muistio liitteenä")));
        held.When(Edit(
            new ActivityChanges
            {
                Time = To<ActivityTime>(Exact(At(3, 24, 15), At(3, 24, 19))),
                Registration = To<Registration?>(null),
            },
            basedOn: 1))
            .ThenRefused(new Problem(ProblemCodes.ActivityIsHeld, "time"), new Problem(ProblemCodes.ActivityIsHeld, "registration"));
    }

    [Fact]
    public void An_area_that_was_removed_may_stay_but_not_come_back()
    {
        Partnership = Samples.Fold<Partnership>([.. Samples.Founding, new AreaRemoved(Samples.Kerava.Id)]);
        Given(Planned).When(Edit(new ActivityChanges { Areas = To<ValueList<AreaId>>([Samples.Kerava.Id, Samples.Nurmijärvi.Id]) }))
            .Then(new ActivityAreasChosen([Samples.Kerava.Id, Samples.Nurmijärvi.Id]));
        Given(Planned, new ActivityAreasChosen([])).When(Edit(new ActivityChanges { Areas = To<ValueList<AreaId>>([Samples.Kerava.Id]) }, basedOn: 1))
            .ThenRefused(new Problem(ProblemCodes.NoSuchArea, "areas", ["kerava"]));
    }

    [Fact]
    public void A_partner_that_left_may_stay_responsible()
    {
        var responsible = new Responsible(new LocalText("sihteeri"), Samples.Town.Id);
        Partnership = Samples.Fold<Partnership>([.. Samples.Founding, new PartnerLeft(Samples.Town.Id)]);
        var assigned = Given(Planned, new ActivityResponsibilityAssigned(responsible));
        assigned.When(Edit(new ActivityChanges { Responsible = To<Responsible?>(responsible with { Role = new LocalText("rehtori") }) }, basedOn: 1))
            .Then(new ActivityResponsibilityAssigned(responsible with { Role = new LocalText("rehtori") }));
        Given(Planned).When(Edit(new ActivityChanges { Responsible = To<Responsible?>(responsible) }))
            .ThenRefused(new Problem(ProblemCodes.NoSuchPartner, "responsible", ["kerava"]));
    }

    [Fact]
    public void Nobody_mends_what_they_did_not_touch()
    {
        Partnership = Samples.Fold<Partnership>([.. Samples.Founding, new AreaRemoved(Samples.Kerava.Id), new ThemeRemoved(Samples.Volunteering.Id)]);
        Given(Planned).When(Edit(new ActivityChanges { Title = To(NewTitle) })).Then(new ActivityRetitled(NewTitle));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_edit_of_a_version_that_never_was_is_refused(long basedOn) =>
        Given(Planned, new ActivityConfirmed()).When(Edit(new ActivityChanges { Title = To(NewTitle) }, basedOn))
            .ThenRefused(new Problem(
                ProblemCodes.BasedOnUnknownVersion, "basedOn",
                [basedOn.ToString(System.Globalization.CultureInfo.InvariantCulture), "1"]));

    [Fact]
    public void All_problems_of_an_edit_are_told_at_once() =>
        Given(Planned).When(Edit(
            new ActivityChanges
            {
                Title = To(LocalText.Empty),
                Time = To<ActivityTime>(Day(2027, 1, 1)),
                Areas = To<ValueList<AreaId>>([new AreaId("turku")]),
            },
            basedOn: 7)).ThenRefused(
            new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", ["7", "0"]),
            new Problem(ProblemCodes.TextMissing, "title"),
            new Problem(ProblemCodes.StartOutsideYear, "time", ["2027-01-01", "2026"]),
            new Problem(ProblemCodes.NoSuchArea, "areas", ["turku"]));
}
