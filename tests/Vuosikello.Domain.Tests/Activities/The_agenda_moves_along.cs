using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>A new time without a new agenda: the workshop is 16–19, its rows begin at 16:00 and 18:50.</summary>
public sealed class The_agenda_moves_along : ActivityScenario
{
    private static AgendaRow Row(int hour, int minute, string title) => new(new LocalTime(hour, minute), new LocalText(title));
    private static RescheduleActivity To(ActivityTime time, long basedOn = 0) => new(Here, Id, basedOn, time);

    [Fact]
    public void The_rows_move_by_as_much_as_the_start_moves_on_the_clock() =>
        Given(Planned).When(To(Exact(At(4, 2, 17), At(4, 2, 20))))
            .Then(new ActivityRescheduled(Exact(At(4, 2, 17), At(4, 2, 20))), new ActivityAgendaSet([Row(17, 0, "avaus"), Row(19, 50, "lopetus")]));

    [Fact]
    public void They_move_earlier_as_well() =>
        Given(Planned).When(To(Exact(At(3, 24, 8, 45), At(3, 24, 12))))
            .Then(new ActivityRescheduled(Exact(At(3, 24, 8, 45), At(3, 24, 12))), new ActivityAgendaSet([Row(8, 45, "avaus"), Row(11, 35, "lopetus")]));

    [Fact]
    public void An_edit_of_the_time_moves_them_too()
    {
        var time = Exact(At(3, 24, 17), At(3, 24, 20));
        Given(Planned).When(Edit(new ActivityChanges { Time = To<ActivityTime>(time) }))
            .Then(new ActivityRescheduled(time), new ActivityAgendaSet([Row(17, 0, "avaus"), Row(19, 50, "lopetus")]));
    }

    [Fact]
    public void An_edit_that_gives_the_agenda_decides_it()
    {
        var time = Exact(At(3, 24, 15), At(3, 24, 19));
        Given(Planned).When(Edit(new ActivityChanges { Time = To<ActivityTime>(time), Agenda = To(Workshop.Agenda) }))
            .Then(new ActivityRescheduled(time));
    }

    [Fact]
    public void The_rows_of_a_recurring_activity_follow_its_first_time()
    {
        var rule = Every(Frequency.Daily, new LocalDate(2026, 3, 30));
        var time = new ActivityTime.Recurring(Exact(At(3, 24, 17), At(3, 24, 20)), rule, []);
        Given(Planned).When(To(time))
            .Then(new ActivityRescheduled(time), new ActivityAgendaSet([Row(17, 0, "avaus"), Row(19, 50, "lopetus")]));
    }

    [Fact]
    public void Rows_that_would_not_fit_stay_where_they_still_fit()
    {
        var time = Exact(At(3, 24, 17), At(3, 24, 19));
        Given(Planned, new ActivityAgendaSet([Row(17, 30, "ryhmät")])).When(To(time, basedOn: 1)).Then(
            new ActivityRescheduled(time), new ActivityAgendaSet([Row(18, 30, "ryhmät")]));
        Given(Planned, new ActivityAgendaSet([Row(18, 30, "ryhmät")])).When(To(time, basedOn: 1)).Then(new ActivityRescheduled(time));
    }

    [Fact]
    public void Rows_do_not_go_past_midnight() =>
        Given(Planned).When(To(Exact(At(3, 24, 22), At(3, 25, 1))))
            .ThenRefused(
                new Problem(ProblemCodes.AgendaOutsideTime, "agenda", ["16:00", "2026-03-24T22:00", "2026-03-25T01:00"]),
                new Problem(ProblemCodes.AgendaOutsideTime, "agenda", ["18:50", "2026-03-24T22:00", "2026-03-25T01:00"]));

    [Fact]
    public void What_loses_its_clock_time_has_to_lose_its_agenda_first() =>
        Given(Planned).When(To(Day(2026, 3, 24))).ThenRefused(new Problem(ProblemCodes.AgendaNeedsClockTime, "agenda"));

    [Fact]
    public void An_agenda_that_somebody_else_has_written_meanwhile_moves_and_is_no_clash()
    {
        var time = Exact(At(3, 24, 17), At(3, 24, 20));
        Given(Planned).GivenBy(Stamps.Editor, new ActivityAgendaSet([Row(16, 30, "ryhmät")])).When(To(time))
            .Then(new ActivityRescheduled(time), new ActivityAgendaSet([Row(17, 30, "ryhmät")]));
    }
}
