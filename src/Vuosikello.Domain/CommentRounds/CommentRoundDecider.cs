using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>A command to one comment round.</summary>
public interface IRoundCommand : ICommandWithin
{
    RoundId Round { get; }
    PartnershipId ICommandWithin.Partnership => Round.Partnership;
}

/// <summary>A command to one partner's statement: only who acts for that partner gives it.</summary>
public interface IStatementCommand : IRoundCommand
{
    PartnerId Partner { get; }
}

/// <summary>What a decision on a round needs to know of other aggregates, as their streams say.</summary>
/// <param name="Partnership">Null when there is none.</param>
/// <param name="Documents">The documents that the round is on as they stand now; those that do not exist are not among them.</param>
/// <param name="Adopted">Which of them are adopted: of an open round since it opened, and what was answered then stands; before it opens, already.</param>
/// <param name="Elsewhere">Which of them are commented on in another round that is open.</param>
public sealed record RoundSurroundings(
    Partnership? Partnership,
    ValueList<FrozenDocument> Documents,
    ValueList<DocumentName> Adopted,
    ValueList<DocumentName> Elsewhere)
{
    public RoundSurroundings(Partnership? partnership) : this(partnership, [], [], []) { }

    /// <summary>Of a command on a guest link: whether somebody holds a role for its partner.</summary>
    public bool IsRepresented { get; init; }
}

/// <summary>Decides what commands to a comment round bring about: planned → open → closed → answered; see docs/adr/0016.</summary>
public static partial class CommentRoundDecider
{
    /// <summary>The most characters of a remark, of an answer's reason, and of a round's introduction, in a language.</summary>
    public const int TextLimit = 20_000;

    private const int InvitedLimit = 20_000, AgreementLimit = 500, ReminderLimit = 10, FirstReminder = 60;

    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <param name="state">The round, or null before it was planned.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">The partnership and the documents.</param>
    /// <param name="now">The present, UTC: what decides whether something is in time.</param>
    public static Decision Decide(CommentRound? state, IRoundCommand command, RoundSurroundings around, Instant now)
    {
        if (around.Partnership is null || around.Partnership.Id != command.Round.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Round.Partnership.Value ?? ""]));
        return (command, state) switch
        {
            (PlanRound plan, _) => Plan(state, plan, around, now),
            (_, null) => Decision.Refuse(new Problem(ProblemCodes.NoSuchRound, "round", [command.Round.Slug ?? ""])),
            (_, { Phase: RoundPhase.Cancelled }) when command is not CancelRound => Decision.Refuse(new Problem(ProblemCodes.RoundIsCancelled, "round")),
            (ReplanRound replan, _) => Replan(state, replan, around, now),
            (OpenRound, _) => Open(state, around, now),
            (InviteToRound invite, _) => Invite(state, invite, around, now),
            (ProlongRound prolong, _) => Prolong(state, prolong, now),
            (RemindInvited, _) => Remind(state, now),
            (CancelRound cancel, _) => Cancel(state, cancel),
            (CloseRound, _) => Close(state, now),
            (DraftStatement draft, _) => Draft(state, draft, now),
            (SendStatement send, _) => Send(state, send, now),
            (AllowLateStatement allow, _) => AllowLate(state, allow, now),
            (AnswerRemark answer, _) => Answer(state, answer, around, now),
            (MakeGuestLink make, _) => MakeLink(state, make, around, now),
            (RevokeGuestLink revoke, _) => RevokeLink(state, revoke.Link),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    /// <summary>A moment as problems tell it: Helsinki time.</summary>
    private static string Iso(Instant at) => Texts.Iso(at.InZone(Helsinki).LocalDateTime);

    private static IEnumerable<Problem> FromTheFuture(CommentRound state, long basedOn) =>
        basedOn >= 0 && basedOn <= state.Version
            ? []
            : [new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", [Texts.Iso(basedOn), Texts.Iso(state.Version)])];

    private static IEnumerable<Problem> NotOpen(CommentRound state, Instant now) => state.Phase switch
    {
        RoundPhase.Planned => [new Problem(ProblemCodes.RoundNotOpenYet, "round", [Iso(state.Plan.Opens)])],
        RoundPhase.Open when now < state.Plan.Closes => [],
        _ => [new Problem(ProblemCodes.RoundIsOver, "round", [Iso(state.Plan.Closes)])],
    };

    private static IEnumerable<Problem> NotInvited(CommentRound state, PartnerId partner) =>
        state.IsInvited(partner) ? [] : [new Problem(ProblemCodes.PartnerNotInvited, "partner", [partner.Value ?? ""])];
}
