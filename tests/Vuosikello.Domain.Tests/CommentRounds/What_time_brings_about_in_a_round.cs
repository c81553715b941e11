using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class What_time_brings_about_in_a_round
{
    // nine o'clock in summer time, 14 and 3 days before 30 September
    private static readonly Instant First = Instant.FromUtc(2026, 9, 16, 6, 0), Second = Instant.FromUtc(2026, 9, 27, 6, 0);

    private static RoundMoment? Next(Instant now, params IEvent[] events) => RoundMoments.Next(Open(events).State!, now);

    // opened at its time, not when the sample's stamp says
    private static Scenario<CommentRound, IRoundCommand> Open(params IEvent[] events) =>
        At(During).GivenBy(By(1, null, Opens), events);

    [Fact]
    public void It_opens_reminds_twice_and_closes()
    {
        Assert.Equal(new RoundMoment(RoundMomentKind.Opening, Opens), Next(Before, Planned));
        Assert.Equal(new RoundMoment(RoundMomentKind.Reminder, First), Next(During, Planned, Opened));
        Assert.Equal(new RoundMoment(RoundMomentKind.Reminder, Second), Next(First, Planned, Opened, new PartnersReminded([Kerava], First)));
        Assert.Equal(new RoundMoment(RoundMomentKind.Closing, Closes), Next(Second, Planned, Opened, new PartnersReminded([Kerava], Second)));
        Assert.Null(Next(Closes, Planned, Opened, Closed));
    }

    [Fact]
    public void A_reminder_goes_to_those_who_have_not_sent() =>
        At(First).GivenBy(By(1, null, Opens), Planned, Opened, Drafted, Sent).When(new RemindInvited(Id)).Then(new PartnersReminded([Tuusula, Parish], First));

    [Fact]
    public void A_reminder_is_sent_once_and_not_before_its_time()
    {
        At(First).GivenBy(By(1, null, Opens), Planned, Opened, new PartnersReminded([Kerava], First)).When(new RemindInvited(Id)).ThenNothing();
        At(First - Duration.Epsilon).GivenBy(By(1, null, Opens), Planned, Opened).When(new RemindInvited(Id)).ThenNothing();
    }

    [Fact]
    public void Of_two_reminders_that_a_server_slept_through_one_is_sent() =>
        At(Second + Duration.FromHours(1)).GivenBy(By(1, null, Opens), Planned, Opened).When(new RemindInvited(Id))
            .Then(new PartnersReminded([Kerava, Tuusula, Parish], Second));

    [Fact]
    public void Nobody_is_reminded_of_a_round_that_is_over_although_it_has_not_been_closed_yet()
    {
        At(Closes).GivenBy(By(1, null, Opens), Planned, Opened).When(new RemindInvited(Id)).ThenNothing();
        Assert.Equal(RoundMomentKind.Closing, Next(Closes, Planned, Opened)!.Value.Kind);
    }

    [Fact]
    public void When_all_have_sent_nobody_is_reminded()
    {
        var all = new IEvent[] { Planned, Opened, Sent, Sent with { Partner = Tuusula }, Sent with { Partner = Parish } };
        Assert.Equal(RoundMomentKind.Closing, Next(During, all)!.Value.Kind);
        At(First).GivenBy(By(1, null, Opens), all).When(new RemindInvited(Id)).ThenNothing();
    }

    [Fact]
    public void A_reminder_that_was_due_before_the_round_opened_is_left_out() =>
        Assert.Equal(new RoundMoment(RoundMomentKind.Reminder, Second), RoundMoments.Next(
            At(During).GivenBy(By(1, null, First + Duration.FromHours(1)), Planned, Opened).State!, Second));

    [Fact]
    public void Reminders_follow_a_closing_that_was_prolonged() =>
        Assert.Equal(Instant.FromUtc(2026, 9, 30, 6, 0), Next(Second, Planned, Opened, new PartnersReminded([Kerava], Second), new RoundProlonged(Closes + Duration.FromDays(3)))!.Value.At);

    [Fact]
    public void Reminders_come_at_nine_on_both_sides_of_the_clock_change()
    {
        var plan = Plan with { Closes = Instant.FromUtc(2026, 10, 26, 14, 0), RemindBefore = [3, 1] };
        // 23 October is in summer time, 25 October at nine already in winter time
        Assert.Equal([Instant.FromUtc(2026, 10, 23, 6, 0), Instant.FromUtc(2026, 10, 25, 7, 0)], RoundMoments.Reminders(plan));
    }

    [Fact]
    public void A_round_whose_whole_window_went_by_waits_for_a_person() => Assert.Null(Next(Closes, Planned));
}
