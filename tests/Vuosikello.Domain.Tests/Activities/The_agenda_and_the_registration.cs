using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class The_agenda_and_the_registration : ActivityScenario
{
    private static AgendaRow Row(int hour, int minute = 0) => new(new LocalTime(hour, minute), new LocalText("rivi"));
    private static Registration Until(LocalDate date) => new(null, new RegistrationDeadline.On(date));

    [Fact]
    public void Rows_out_of_order_are_refused() =>
        Given().When(Plan(Workshop with { Agenda = [Row(17), Row(16, 30)] }))
            .ThenRefused(new Problem(ProblemCodes.AgendaOutOfOrder, "agenda", ["16:30", "17:00"]));

    [Fact]
    public void Two_rows_may_begin_at_once()
    {
        var details = Workshop with { Agenda = [Row(16), Row(16), Row(19)] };
        Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
    }

    [Fact]
    public void Rows_before_the_start_or_after_the_end_are_refused() =>
        Given().When(Plan(Workshop with { Agenda = [Row(15, 59), Row(16), Row(19, 1)] })).ThenRefused(
            new Problem(ProblemCodes.AgendaOutsideTime, "agenda", ["15:59", "2026-03-24T16:00", "2026-03-24T19:00"]),
            new Problem(ProblemCodes.AgendaOutsideTime, "agenda", ["19:01", "2026-03-24T16:00", "2026-03-24T19:00"]));

    [Fact]
    public void An_activity_across_midnight_has_rows_until_midnight()
    {
        var details = Samples.At(Exact(At(3, 24, 20), At(3, 25, 2))) with { Agenda = [Row(20), Row(23, 59)] };
        Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
    }

    [Fact]
    public void An_agenda_without_a_clock_time_is_refused() =>
        Given().When(Plan(Samples.At(Day(2026, 3, 24)) with { Agenda = [Row(16)] }))
            .ThenRefused(new Problem(ProblemCodes.AgendaNeedsClockTime, "agenda"));

    [Fact]
    public void A_row_without_a_title_is_refused() =>
        Given().When(Plan(Workshop with { Agenda = [new AgendaRow(new LocalTime(16, 0), LocalText.Empty)] }))
            .ThenRefused(new Problem(ProblemCodes.TextMissing, "agenda"));

    [Fact]
    public void A_deadline_after_the_start_is_refused() =>
        Given().When(Plan(Workshop with { Registration = Until(new LocalDate(2026, 3, 25)) }))
            .ThenRefused(new Problem(ProblemCodes.RegistrationTooLate, "registration", ["2026-03-25", "2026-03-24"]));

    [Fact]
    public void A_deadline_more_than_a_year_before_is_refused() =>
        Given().When(Plan(Workshop with { Registration = Until(new LocalDate(2025, 3, 23)) }))
            .ThenRefused(new Problem(ProblemCodes.RegistrationTooEarly, "registration", ["2025-03-23", "2025-03-24"]));

    [Fact]
    public void The_day_itself_and_a_day_of_the_year_before_are_deadlines()
    {
        foreach (var date in new[] { new LocalDate(2026, 3, 24), new LocalDate(2025, 12, 31) })
        {
            var details = Workshop with { Registration = Until(date) };
            Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void Days_before_the_start_are_none_to_a_year(int days) =>
        Given().When(Plan(Workshop with { Registration = new Registration(null, new RegistrationDeadline.Before(days)) }))
            .ThenRefused(ProblemCodes.NumberOutOfRange, "registration");

    [Fact]
    public void A_new_time_has_to_suit_the_agenda_that_stands() =>
        Given(Planned).When(new RescheduleActivity(Here, Id, 0, Exact(At(3, 24, 17), At(3, 24, 19))))
            .ThenRefused(new Problem(ProblemCodes.AgendaOutsideTime, "agenda", ["16:00", "2026-03-24T17:00", "2026-03-24T19:00"]));

    [Fact]
    public void A_new_time_has_to_suit_the_deadline_that_stands() =>
        Given(new ActivityPlanned(Id, Samples.CycleId, Workshop with { Registration = Until(new LocalDate(2026, 3, 20)) }))
            .When(new RescheduleActivity(Here, Id, 0, Exact(At(3, 10, 16), At(3, 10, 19))))
            .ThenRefused(new Problem(ProblemCodes.RegistrationTooLate, "registration", ["2026-03-20", "2026-03-10"]));

    [Fact]
    public void A_relative_deadline_moves_with_the_activity() =>
        Given(Planned).When(new RescheduleActivity(Here, Id, 0, Exact(At(1, 2, 16), At(1, 2, 19))))
            .Then(new ActivityRescheduled(Exact(At(1, 2, 16), At(1, 2, 19))));
}
