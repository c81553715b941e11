using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class The_status_of_an_activity : ActivityScenario
{
    private static readonly LocalText Reason = new("Tila on suljettu", "Lokalen är stängd");
    private static readonly ActivityConfirmed Confirmed = new();
    private static readonly ActivityCancelled Cancelled = new(Reason);
    private static readonly ActivityHeld Held = new(new Attendance(16));
    private static readonly ConfirmActivity Confirm = new(Here, Id);
    private static readonly ReturnActivityToProposal Return = new(Here, Id);
    private static readonly ReinstateActivity Reinstate = new(Here, Id);
    private static readonly RevokeActivityHolding Revoke = new(Here, Id);
    private static readonly WithdrawActivity Withdraw = new(Here, Id);

    private static CancelActivity Cancel(LocalText reason) => new(Here, Id, reason);
    private static MarkActivityHeld MarkHeld(Attendance? attendance) => new(Here, Id, attendance);

    [Fact]
    public void A_confirmation_and_its_undoing_are_one_event_each()
    {
        Given(Planned).When(Confirm).Then(Confirmed);
        Given(Planned, Confirmed).When(Return).Then(new ActivityReturnedToProposal());
    }

    [Fact]
    public void What_is_so_already_does_not_happen_again()
    {
        Given(Planned, Confirmed).When(Confirm).ThenNothing();
        Given(Planned).When(Return).ThenNothing();
        Given(Planned, Cancelled).When(Cancel(Reason)).ThenNothing();
        Given(Planned).When(Reinstate).ThenNothing();
        Given(Planned, Held).When(MarkHeld(new Attendance(16))).ThenNothing();
        Given(Planned).When(Revoke).ThenNothing();
        Given(Planned, new ActivityWithdrawn()).When(Withdraw).ThenNothing();
    }

    [Fact]
    public void A_cancellation_is_undone_to_what_was_before()
    {
        Given(Planned).When(Cancel(Reason)).Then(Cancelled);
        Given(Planned, Cancelled).When(Reinstate).Then(new ActivityReinstated(ActivityStatus.Proposed));
        Given(Planned, Confirmed, Cancelled).When(Reinstate).Then(new ActivityReinstated(ActivityStatus.Confirmed));
    }

    [Fact]
    public void A_reason_is_corrected_and_the_cancellation_still_undone_to_what_was_before()
    {
        Given(Planned, Cancelled).When(Cancel(LocalText.Empty)).Then(new ActivityCancelled(LocalText.Empty));
        Given(Planned, Confirmed, Cancelled, new ActivityCancelled(LocalText.Empty)).When(Reinstate)
            .Then(new ActivityReinstated(ActivityStatus.Confirmed));
    }

    [Fact]
    public void A_reason_has_a_length() =>
        Given(Planned).When(Cancel(new LocalText(new string('x', 10_001)))).ThenRefused(ProblemCodes.TextTooLong, "reason");

    [Fact]
    public void What_took_place_has_its_attendance() =>
        Given(Planned, Confirmed).When(MarkHeld(new Attendance(16, 4))).Then(new ActivityHeld(new Attendance(16, 4)));

    [Fact]
    public void Nobody_has_to_have_counted() => Given(Planned).When(MarkHeld(null)).Then(new ActivityHeld(null));

    [Fact]
    public void The_attendance_is_corrected_and_the_marking_still_undone_to_what_was_before()
    {
        Given(Planned, Confirmed, Held).When(MarkHeld(new Attendance(17))).Then(new ActivityHeld(new Attendance(17)));
        Given(Planned, Confirmed, Held, new ActivityHeld(new Attendance(17))).When(Revoke)
            .Then(new ActivityHoldingRevoked(ActivityStatus.Confirmed));
    }

    [Fact]
    public void Attendance_is_not_negative() =>
        Given(Planned).When(MarkHeld(new Attendance(-1, -2))).ThenRefused(
            new Problem(ProblemCodes.NumberOutOfRange, "attendance", ["-1", "0", "1000000"]),
            new Problem(ProblemCodes.NumberOutOfRange, "attendance", ["-2", "0", "1000000"]));

    [Fact]
    public void Volunteers_are_some_of_the_participants()
    {
        Given(Planned).When(MarkHeld(new Attendance(5, 6))).ThenRefused(new Problem(ProblemCodes.MoreVolunteersThanParticipants, "attendance", ["6", "5"]));
        Given(Planned).When(MarkHeld(new Attendance(5, 5))).Then(new ActivityHeld(new Attendance(5, 5)));
    }

    [Fact]
    public void It_is_held_from_the_minute_in_which_it_starts_in_Helsinki()
    {
        Now = Instant.FromUtc(2026, 3, 24, 14, 0) - Duration.FromSeconds(1);
        Given(Planned).When(MarkHeld(null)).ThenRefused(new Problem(ProblemCodes.NotStartedYet, "status", ["2026-03-24T16:00"]));
        Now = Instant.FromUtc(2026, 3, 24, 14, 0);
        Given(Planned).When(MarkHeld(null)).Then(new ActivityHeld(null));
    }

    [Fact]
    public void A_day_starts_at_midnight_in_Helsinki()
    {
        var rescheduled = new IEvent[] { Planned, new ActivityAgendaSet([]), new ActivityRescheduled(Day(2026, 7, 1)) };
        Now = Instant.FromUtc(2026, 6, 30, 20, 59);
        Given(rescheduled).When(MarkHeld(null)).ThenRefused(new Problem(ProblemCodes.NotStartedYet, "status", ["2026-07-01T00:00"]));
        Now = Instant.FromUtc(2026, 6, 30, 21, 0);
        Given(rescheduled).When(MarkHeld(null)).Then(new ActivityHeld(null));
    }

    [Fact]
    public void A_series_is_held_once_its_first_real_occurrence_has_started()
    {
        var series = Series(new LocalDate(2026, 6, 1), Every(Frequency.Daily, new LocalDate(2026, 6, 5)), new LocalDate(2026, 6, 1));
        var planned = new ActivityRescheduled(series);
        Now = Instant.FromUtc(2026, 6, 1, 12, 0);
        Given(Planned, new ActivityAgendaSet([]), planned).When(MarkHeld(null))
            .ThenRefused(new Problem(ProblemCodes.NotStartedYet, "status", ["2026-06-02T00:00"]));
    }

    [Fact]
    public void What_is_cancelled_is_only_reinstated()
    {
        var cancelled = Given(Planned, Cancelled);
        foreach (IActivityCommand command in new IActivityCommand[] { Confirm, Return, MarkHeld(null) })
            cancelled.When(command).ThenRefused(ProblemCodes.ActivityIsCancelled, "status");
        cancelled.When(Withdraw).ThenRefused(ProblemCodes.ActivityNotProposed, "status");
    }

    [Fact]
    public void What_was_held_is_neither_cancelled_nor_returned()
    {
        var held = Given(Planned, Held);
        foreach (IActivityCommand command in new IActivityCommand[] { Confirm, Return, Cancel(Reason) })
            held.When(command).ThenRefused(ProblemCodes.ActivityIsHeld, "status");
        held.When(Withdraw).ThenRefused(ProblemCodes.ActivityNotProposed, "status");
    }

    [Fact]
    public void Only_a_proposal_is_withdrawn()
    {
        Given(Planned).When(Withdraw).Then(new ActivityWithdrawn());
        Given(Planned, Confirmed).When(Withdraw).ThenRefused(ProblemCodes.ActivityNotProposed, "status");
    }

    [Fact]
    public void What_was_withdrawn_stays_so()
    {
        foreach (IActivityCommand command in new IActivityCommand[] { Confirm, Return, Cancel(Reason), Reinstate, MarkHeld(null), Revoke })
            Given(Planned, new ActivityWithdrawn()).When(command).ThenRefused(ProblemCodes.ActivityIsWithdrawn);
        Given(Planned, new ActivityWithdrawn()).When(Plan(Workshop)).ThenRefused(ProblemCodes.ActivityExists);
    }
}
