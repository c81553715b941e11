using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>Two editors saw version 0; the other one was first.</summary>
public sealed class Editing_together : ActivityScenario
{
    private static readonly LocalText Mine = new("Minun otsikkoni");
    private static readonly LocalText Theirs = new("Toisen otsikko");

    private Scenario<Activity, IActivityCommand> AfterTheirs(params IEvent[] events) => Given(Planned).GivenBy(Stamps.Editor, events);

    [Fact]
    public void Edits_of_different_fields_merge() =>
        AfterTheirs(new ActivityRelocated(new Venue("Kunnantalo")))
            .When(Edit(new ActivityChanges { Title = To(Mine) }))
            .Then(new ActivityRetitled(Mine));

    [Fact]
    public void Edits_of_the_same_field_clash_with_both_values_who_and_when() =>
        AfterTheirs(new ActivityRetitled(Theirs))
            .When(Edit(new ActivityChanges { Title = To(Mine) }))
            .ThenClashed(new Clash("title", Mine, Theirs, 1, Stamps.Editor));

    [Fact]
    public void All_clashing_fields_are_told_and_the_rest_of_the_edit_waits_with_them() =>
        AfterTheirs(new ActivityRetitled(Theirs), new ActivityRelocated(null), new ActivityRetitled(new LocalText("Vielä parempi")))
            .When(Edit(new ActivityChanges
            {
                Title = To(Mine),
                Venue = To<Venue?>(new Venue("Kunnantalo")),
                Description = To(new LocalText("Tervetuloa")),
            }))
            .ThenClashed(
                new Clash("title", Mine, new LocalText("Vielä parempi"), 3, Stamps.Editor),
                new Clash("venue", new Venue("Kunnantalo"), null, 2, Stamps.Editor));

    [Fact]
    public void Who_wanted_the_same_gets_it_without_another_event() =>
        AfterTheirs(new ActivityRetitled(Theirs)).When(Edit(new ActivityChanges { Title = To(Theirs) })).ThenNothing();

    [Fact]
    public void Who_saw_the_other_edit_may_overrule_it() =>
        AfterTheirs(new ActivityRetitled(Theirs)).When(Edit(new ActivityChanges { Title = To(Mine) }, basedOn: 1)).Then(new ActivityRetitled(Mine));

    [Fact]
    public void A_field_that_was_changed_and_changed_back_clashes_too() =>
        AfterTheirs(new ActivityRetitled(Theirs), new ActivityRetitled(Workshop.Title))
            .When(Edit(new ActivityChanges { Title = To(Mine) }))
            .ThenClashed(new Clash("title", Mine, Workshop.Title, 2, Stamps.Editor));

    [Fact]
    public void A_confirmation_meanwhile_is_no_clash() =>
        AfterTheirs(new ActivityConfirmed()).When(Edit(new ActivityChanges { Title = To(Mine) })).Then(new ActivityRetitled(Mine));

    [Fact]
    public void A_cancellation_meanwhile_refuses_the_edit() =>
        AfterTheirs(new ActivityCancelled(new LocalText("Sairastapaus")))
            .When(Edit(new ActivityChanges { Title = To(Mine) }))
            .ThenRefused(ProblemCodes.ActivityIsCancelled, "status");

    [Fact]
    public void Two_reschedulings_clash_like_any_edit()
    {
        var mine = Exact(At(3, 26, 16), At(3, 26, 19));
        var theirs = Exact(At(3, 25, 16), At(3, 25, 19));
        AfterTheirs(new ActivityRescheduled(theirs)).When(new RescheduleActivity(Here, Id, 0, mine))
            .ThenClashed(new Clash("time", mine, theirs, 1, Stamps.Editor));
    }

    [Fact]
    public void An_edit_that_others_have_made_impossible_is_refused_with_the_reason() =>
        AfterTheirs(new ActivityAgendaSet([new AgendaRow(new NodaTime.LocalTime(16, 30), new LocalText("ryhmät"))]))
            .When(new RescheduleActivity(Here, Id, 0, Exact(At(3, 24, 17), At(3, 24, 17, 20))))
            .ThenRefused(ProblemCodes.AgendaOutsideTime, "agenda");
}
