using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.TestKit;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class Planning_a_round
{
    private static Verdict<CommentRound> When(RoundPlan plan) => At(Before).Given().When(new PlanRound(Id, plan));

    [Fact]
    public void A_round_says_what_it_asks_whom_and_when() => When(Plan).Then(Planned);

    [Fact]
    public void A_short_name_is_given_once_and_can_stand_in_an_address()
    {
        At(Before).Given(Planned).When(new PlanRound(Id, Plan)).ThenRefused(ProblemCodes.RoundExists, "round");
        At(Before).Given().When(new PlanRound(Id with { Slug = "Ä" }, Plan)).ThenRefused(ProblemCodes.SlugInvalid, "round");
        At(Before).Given().When(new PlanRound(Id with { Slug = "new" }, Plan)).ThenRefused(ProblemCodes.SlugReserved, "round");
    }

    [Fact]
    public void It_needs_its_partnership() =>
        At(Before, new RoundSurroundings(null)).Given().When(new PlanRound(Id, Plan)).ThenRefused(ProblemCodes.NoSuchPartnership, "partnership");

    [Fact]
    public void It_needs_a_title_and_a_bearable_introduction()
    {
        When(Plan with { Title = LocalText.Empty }).ThenRefused(ProblemCodes.TextMissing, "title");
        When(Plan with { Introduction = new LocalText(new string('x', 20_001)) }).ThenRefused(ProblemCodes.TextTooLong, "introduction");
    }

    [Fact]
    public void It_is_on_something_that_exists()
    {
        var agreement = new AgreementId(Samples.PartnershipId, "tilat");
        When(Plan with { Subject = new RoundSubject(false, [], null) }).ThenRefused(ProblemCodes.NothingToCommentOn, "subject");
        When(Plan with { Subject = new RoundSubject(true, [agreement], null) })
            .ThenRefused(new Problem(ProblemCodes.DocumentNotFound, "subject", ["kuuma-seutu/tilat"]));
        When(Plan with { Subject = new RoundSubject(false, [], 2026) })
            .ThenRefused(new Problem(ProblemCodes.DocumentNotFound, "subject", ["kuuma-seutu-2026"]));
    }

    [Fact]
    public void It_asks_partners_of_the_partnership_each_once()
    {
        When(Plan with { Invited = [] }).ThenRefused(ProblemCodes.NobodyInvited, "invited");
        When(Plan with { Invited = [Kerava, Kerava] }).ThenRefused(ProblemCodes.NamedTwice, "invited");
        When(Plan with { Invited = [new PartnerId("tuntematon")] }).ThenRefused(ProblemCodes.NoSuchPartner, "invited");
    }

    [Fact]
    public void It_closes_after_it_opens_and_not_in_the_past()
    {
        When(Plan with { Opens = Closes }).ThenRefused(new Problem(ProblemCodes.ClosesBeforeItOpens, "closes", ["2026-09-30T16:00", "2026-09-30T16:00"]));
        At(Closes).Given().When(new PlanRound(Id, Plan)).ThenRefused(new Problem(ProblemCodes.ClosesInThePast, "closes", ["2026-09-30T16:00"]));
    }

    [Fact]
    public void It_reminds_one_to_sixty_days_before()
    {
        When(Plan with { RemindBefore = [0] }).ThenRefused(ProblemCodes.NumberOutOfRange, "remindBefore");
        When(Plan with { RemindBefore = [61] }).ThenRefused(ProblemCodes.NumberOutOfRange, "remindBefore");
        When(Plan with { RemindBefore = [3, 3] }).ThenRefused(ProblemCodes.NamedTwice, "remindBefore");
        When(Plan with { RemindBefore = [.. Enumerable.Range(1, 11)] }).ThenRefused(ProblemCodes.TooMany, "remindBefore");
    }

    [Fact]
    public void Until_it_opens_it_is_planned_otherwise()
    {
        var other = Plan with { Closes = Closes + Duration.FromDays(7) };
        At(Before).Given(Planned).When(new ReplanRound(Id, other, 0)).Then(new RoundReplanned(other));
        At(Before).Given(Planned).When(new ReplanRound(Id, Plan, 0)).ThenNothing();
        At(During).Given(Planned, Opened).When(new ReplanRound(Id, other, 1)).ThenRefused(ProblemCodes.RoundHasOpened, "round");
    }

    [Fact]
    public void Two_plans_of_the_same_time_clash()
    {
        var (theirs, yours) = (Plan with { RemindBefore = [] }, Plan with { RemindBefore = [7] });
        At(Before).Given(Planned, new RoundReplanned(theirs)).When(new ReplanRound(Id, yours, 0))
            .ThenClashed(new Clash("plan", yours, theirs, 1, Stamps.Coordinator));
        At(Before).Given(Planned).When(new ReplanRound(Id, yours, 5)).ThenRefused(ProblemCodes.BasedOnUnknownVersion, "basedOn");
    }

    [Fact]
    public void Who_was_invited_stays_invited_when_the_partner_has_left()
    {
        var around = Around with { Partnership = Samples.Partnership };
        At(Before, around).Given(Planned).When(new ReplanRound(Id, Plan with { RemindBefore = [] }, 0)).Then(new RoundReplanned(Plan with { RemindBefore = [] }));
    }

    [Fact]
    public void What_was_not_planned_is_not_there()
    {
        foreach (IRoundCommand command in new IRoundCommand[]
                 {
                     new ReplanRound(Id, Plan, 0), new OpenRound(Id, []), new InviteToRound(Id, [Kerava]), new ProlongRound(Id, After), new CloseRound(Id),
                     new RemindInvited(Id), new CancelRound(Id, MoreDays), new DraftStatement(Id, Kerava, 0, []), new SendStatement(Id, Kerava, 0),
                     new AllowLateStatement(Id, Kerava, After), new AnswerRemark(Id, Kerava, null, AnswerKind.Accepted, LocalText.Empty, 0),
                 })
        {
            At(During).Given().When(command).ThenRefused(new Problem(ProblemCodes.NoSuchRound, "round", ["pelisaannot-2026"]));
        }
    }
}
