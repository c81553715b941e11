using NodaTime;

namespace Vuosikello.Domain.CommentRounds;

public sealed record PlanRound(RoundId Round, RoundPlan Plan) : IRoundCommand;

/// <summary>Plans a round otherwise before it opens.</summary>
/// <param name="BasedOn">The round's version that the coordinator saw: two plans of the same time clash.</param>
public sealed record ReplanRound(RoundId Round, RoundPlan Plan, long BasedOn) : IRoundCommand;

public static partial class CommentRoundDecider
{
    /// <summary>The address of the page on which a round is planned: a round of that name could not be reached.</summary>
    private const string Reserved = "new";

    private static Decision Plan(CommentRound? state, PlanRound command, RoundSurroundings around, Instant now)
    {
        string slug = command.Round.Slug ?? "";
        IEnumerable<Problem> problems =
        [
            .. Texts.ShortName(slug, "round"),
            .. slug == Reserved ? new[] { new Problem(ProblemCodes.SlugReserved, "round", [slug]) } : [],
            .. state is null ? [] : new[] { new Problem(ProblemCodes.RoundExists, "round", [slug]) },
            .. Broken(command.Plan, null, command.Round.Partnership, around, now),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new RoundPlanned(command.Round, command.Plan)));
    }

    private static Decision Replan(CommentRound state, ReplanRound command, RoundSurroundings around, Instant now)
    {
        if (state.Phase != RoundPhase.Planned) return Decision.Refuse(new Problem(ProblemCodes.RoundHasOpened, "round"));
        if (state.Plan == command.Plan) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. Broken(command.Plan, state.Plan, state.Id.Partnership, around, now),
        ];
        return Decision.Unless(problems, () => state.Planned.Version > command.BasedOn
            ? new Decision.Clashed([new Clash("plan", command.Plan, state.Plan, state.Planned.Version, state.Planned.Stamp)])
            : Decision.Accept(new RoundReplanned(command.Plan)));
    }

    private static IEnumerable<Problem> Broken(RoundPlan plan, RoundPlan? before, PartnershipId partnership, RoundSurroundings around, Instant now) =>
    [
        .. Texts.Required(plan.Title, "title", Texts.NameLimit),
        .. Texts.Optional(plan.Introduction, "introduction", TextLimit),
        .. BrokenSubject(plan.Subject, partnership, around),
        .. plan.Invited.Count == 0 ? new[] { new Problem(ProblemCodes.NobodyInvited, "invited") } : [],
        .. Invitable(plan.Invited, before?.Invited, around),
        .. plan.Closes <= plan.Opens ? new[] { new Problem(ProblemCodes.ClosesBeforeItOpens, "closes", [Iso(plan.Opens), Iso(plan.Closes)]) } : [],
        .. plan.Closes <= now ? new[] { new Problem(ProblemCodes.ClosesInThePast, "closes", [Iso(plan.Closes)]) } : [],
        .. Texts.Few(plan.RemindBefore, ReminderLimit, "remindBefore"),
        .. Texts.Once(plan.RemindBefore, "remindBefore"),
        .. plan.RemindBefore.SelectMany(days => Texts.Within(days, 1, FirstReminder, "remindBefore")),
    ];

    private static IEnumerable<Problem> BrokenSubject(RoundSubject subject, PartnershipId partnership, RoundSurroundings around) =>
    [
        .. subject.IsNothing() ? new[] { new Problem(ProblemCodes.NothingToCommentOn, "subject") } : [],
        .. Texts.Few(subject.Agreements, AgreementLimit, "subject"),
        .. Texts.Once(subject.Agreements, "subject"),
        .. subject.Documents(partnership).Distinct()
            .Where(name => !around.Documents.Any(d => DocumentName.Of(d) == name))
            .Select(name => new Problem(ProblemCodes.DocumentNotFound, "subject", [name.Id])),
    ];

    private static IEnumerable<Problem> Invitable(ValueList<PartnerId> invited, ValueList<PartnerId>? before, RoundSurroundings around) =>
    [
        .. Texts.Few(invited, InvitedLimit, "invited"),
        .. Texts.Once(invited, "invited"),
        .. invited.Distinct()
            .Where(p => before?.Contains(p) != true && !around.Partnership!.Partners.ContainsKey(p.Value ?? ""))
            .Select(p => new Problem(ProblemCodes.NoSuchPartner, "invited", [p.Value ?? ""])),
    ];
}
