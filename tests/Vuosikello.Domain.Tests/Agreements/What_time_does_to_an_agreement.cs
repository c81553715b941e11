using NodaTime;
using Vuosikello.Domain.Agreements;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Agreements;

public sealed class What_time_does_to_an_agreement : AgreementScenario
{
    [Fact]
    public void It_is_in_force_as_its_first_day_begins_in_Helsinki()
    {
        Now = Instant.FromUtc(2026, 2, 28, 21, 59);
        Given(Signed).When(TimePasses).ThenNothing();
        Now = Instant.FromUtc(2026, 2, 28, 22, 0);
        Given(Signed).When(TimePasses).Then(new AgreementCameIntoForce(1, Now));
    }

    [Fact]
    public void Its_next_moment_is_known_beforehand() =>
        Assert.Equal(new Moment(Helsinki(2026, 3, 1), "in-force 1"), Given(Signed).State!.NextMoment);

    [Fact]
    public void What_nobody_has_signed_waits_for_no_moment() => Assert.Null(Given(Approved).State!.NextMoment);

    [Fact]
    public void It_expires_when_its_last_day_is_over()
    {
        Content = Content with { Commitments = [] };
        Now = Instant.FromUtc(2027, 12, 31, 21, 59);
        Given(InForce).When(TimePasses).ThenNothing();
        Now = Instant.FromUtc(2027, 12, 31, 22, 0);
        Given(InForce).When(TimePasses).Then(new AgreementExpired(new LocalDate(2027, 12, 31), Now));
    }

    [Fact]
    public void What_has_ended_stays_as_it_is()
    {
        Now = Helsinki(2028, 2, 1);
        IEvent[] ended = [.. InForce, new AgreementExpired(new LocalDate(2027, 12, 31), Helsinki(2028, 1, 1))];
        Given(ended).When(TimePasses).ThenNothing();
        Given(ended).When(Notice(Kerava)).ThenRefused(new Problem(ProblemCodes.AgreementHasEnded, "agreement", ["2027-12-31"]));
        Given(ended).When(new AmendAgreement(Id)).ThenRefused(ProblemCodes.AgreementHasEnded, "agreement");
    }

    [Fact]
    public void One_that_ends_on_29_February_and_is_renewed_by_a_year_ends_with_February_every_year()
    {
        Content = Content with { Term = new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29), 12), Commitments = [] };
        Now = Helsinki(2032, 3, 1);

        Given(InForce).When(TimePasses).Then(
            new AgreementRenewed(new LocalDate(2029, 2, 28), Helsinki(2028, 3, 1)),
            new AgreementRenewed(new LocalDate(2030, 2, 28), Helsinki(2029, 3, 1)),
            new AgreementRenewed(new LocalDate(2031, 2, 28), Helsinki(2030, 3, 1)),
            new AgreementRenewed(new LocalDate(2032, 2, 29), Helsinki(2031, 3, 1)),
            new AgreementRenewed(new LocalDate(2033, 2, 28), Helsinki(2032, 3, 1)));
    }

    [Fact]
    public void One_that_ends_on_29_February_without_renewal_ends_then()
    {
        Content = Content with { Term = new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2028, 2, 29)), Commitments = [] };
        Now = Helsinki(2028, 3, 1);
        Given(InForce).When(TimePasses).Then(new AgreementExpired(new LocalDate(2028, 2, 29), Now));
    }

    [Fact]
    public void One_that_ends_on_28_February_is_renewed_to_the_29th_of_a_leap_year()
    {
        Content = Content with { Term = new AgreementTerm(new LocalDate(2026, 3, 1), new LocalDate(2027, 2, 28), 12), Commitments = [] };
        Now = Helsinki(2027, 3, 1);
        Given(InForce).When(TimePasses).Then(new AgreementRenewed(new LocalDate(2028, 2, 29), Now));
    }

    [Theory]
    // half past midnight in Helsinki in the night of the change to summer time, while it is still the day before in UTC
    [InlineData("2026-03-28T22:30:00Z", 1, NoticeUnit.Days, "2026-03-29", "2026-03-30", "2026-03-30T21:00:00Z")]
    [InlineData("2026-03-28T21:30:00Z", 1, NoticeUnit.Days, "2026-03-28", "2026-03-29", "2026-03-29T21:00:00Z")]
    // given in winter time, running out in summer time, and the other way round
    [InlineData("2026-03-15T10:00:00Z", 30, NoticeUnit.Days, "2026-03-15", "2026-04-14", "2026-04-14T21:00:00Z")]
    [InlineData("2026-10-24T20:59:00Z", 30, NoticeUnit.Days, "2026-10-24", "2026-11-23", "2026-11-23T22:00:00Z")]
    [InlineData("2026-10-24T21:00:00Z", 0, NoticeUnit.Days, "2026-10-25", "2026-10-25", "2026-10-25T22:00:00Z")]
    [InlineData("2026-08-31T12:00:00Z", 6, NoticeUnit.Months, "2026-08-31", "2027-02-28", "2027-02-28T22:00:00Z")]
    public void A_notice_period_is_counted_in_days_of_Helsinki_also_across_a_change_of_the_clock(
        string given, int count, NoticeUnit unit, string givenOn, string endsOn, string over)
    {
        Content = Content with { Notice = new NoticePeriod(count, unit), Commitments = [] };
        Now = NodaTime.Text.InstantPattern.General.Parse(given).Value;
        var notice = new AgreementNoticeGiven(Tuusula, Why, Date(givenOn), Date(endsOn));
        Given(InForce).When(Notice(Tuusula)).Then(notice);

        var end = NodaTime.Text.InstantPattern.General.Parse(over).Value;
        Now = end - Duration.FromSeconds(1);
        Given([.. InForce, notice]).When(TimePasses).ThenNothing();
        Now = end;
        Given([.. InForce, notice]).When(TimePasses).Then(new AgreementTerminated(Date(endsOn), end));
    }

    [Fact]
    public void A_notice_does_not_lengthen_the_term()
    {
        Now = Helsinki(2027, 12, 1);
        var fell = new CommitmentFellDue(AgreementSamples.Report, new LocalDate(2027, 11, 30), Helsinki(2027, 11, 30));
        Given([.. InForce, fell]).When(Notice(Kerava)).Then(new AgreementNoticeGiven(Kerava, Why, new LocalDate(2027, 12, 1), new LocalDate(2027, 12, 31)));
    }

    [Fact]
    public void A_notice_given_too_late_to_stop_a_renewal_leaves_the_whole_notice_period_and_then_nothing_is_renewed()
    {
        Content = Content with { Term = Content.Term with { RenewedByMonths = 12 }, Commitments = [] };
        Now = Helsinki(2027, 12, 1);
        var notice = new AgreementNoticeGiven(Kerava, Why, new LocalDate(2027, 12, 1), new LocalDate(2028, 3, 1));
        Given(InForce).When(Notice(Kerava)).Then(notice);

        Now = Helsinki(2028, 1, 1);
        Given([.. InForce, notice]).When(TimePasses).ThenNothing();
        Now = Helsinki(2028, 3, 2);
        Given([.. InForce, notice]).When(TimePasses).Then(new AgreementTerminated(new LocalDate(2028, 3, 1), Now));
    }

    [Fact]
    public void Only_what_is_in_force_and_has_a_notice_period_is_ended_by_a_notice_and_once()
    {
        Given(Signed).When(Notice(Kerava)).ThenRefused(ProblemCodes.AgreementNotInForce, "agreement");
        Now = Helsinki(2026, 5, 1);
        Given([.. InForce, new AgreementNoticeGiven(Kerava, Why, new LocalDate(2026, 5, 1), new LocalDate(2026, 8, 1))])
            .When(Notice(Tuusula)).ThenRefused(new Problem(ProblemCodes.NoticeGivenAlready, "agreement", ["2026-08-01"]));
        Content = Content with { Notice = null };
        Given(InForce).When(Notice(Kerava)).ThenRefused(ProblemCodes.NoNoticePeriod, "agreement");
    }

    [Fact]
    public void A_yearly_commitment_falls_due_in_each_year_and_each_is_caught_up_once()
    {
        Content = Content with { Term = Content.Term with { Until = new LocalDate(2029, 1, 1) } };
        Now = Helsinki(2028, 12, 1);
        Given(InForce).When(TimePasses).Then(Due(2026, 11, 30), Due(2027, 11, 30), Due(2028, 11, 30));
        Given([.. InForce, Due(2026, 11, 30)]).When(TimePasses).Then(Due(2027, 11, 30), Due(2028, 11, 30));
    }

    [Fact]
    public void A_commitment_of_29_February_falls_due_on_the_28th_of_other_years()
    {
        Content = Content with { Commitments = [Content.Commitments[0] with { Due = new CommitmentDue(2, 29) }], Term = Content.Term with { Until = new LocalDate(2028, 12, 31) } };
        Now = Helsinki(2028, 3, 1);
        Given(InForce).When(TimePasses).Then(Due(2027, 2, 28), Due(2028, 2, 29));
    }

    [Fact]
    public void A_commitment_falls_due_within_the_term_only()
    {
        Content = Content with
        {
            Commitments =
            [
                Content.Commitments[0] with { Due = CommitmentDue.On(new LocalDate(2026, 2, 28)) },
                Content.Commitments[0] with { Id = new CommitmentId(new Guid(2, 2, 2, new byte[8])), Due = CommitmentDue.On(new LocalDate(2028, 1, 1)) },
            ],
        };
        Now = Helsinki(2028, 6, 1);
        Given(InForce).When(TimePasses).Then(new AgreementExpired(new LocalDate(2027, 12, 31), Helsinki(2028, 1, 1)));
    }

    [Fact]
    public void What_was_due_before_a_command_comes_before_what_it_brings_about()
    {
        Now = Helsinki(2026, 12, 1);
        Given(InForce).When(Notice(Kerava)).Then(
            Due(2026, 11, 30), new AgreementNoticeGiven(Kerava, Why, new LocalDate(2026, 12, 1), new LocalDate(2027, 3, 1)));
    }

    [Fact]
    public void After_centuries_the_rest_comes_with_the_next_command()
    {
        Content = Content with { Term = Content.Term with { Until = new LocalDate(2026, 3, 31), RenewedByMonths = 1 }, Commitments = [] };
        Now = Helsinki(2500, 1, 1);
        var verdict = Given(InForce).When(TimePasses);
        Assert.Equal(1_000, Assert.IsType<Decision.Accepted>(verdict.Decision).Events.Count);
        Assert.True(verdict.After!.NextMoment!.Value.At < Now);
    }

    private static CommitmentFellDue Due(int year, int month, int day) =>
        new(AgreementSamples.Report, new LocalDate(year, month, day), Helsinki(year, month, day));

    private static LocalDate Date(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}
