using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Agreements;

/// <summary>A command to one agreement.</summary>
public interface IAgreementCommand : ICommandWithin
{
    AgreementId Agreement { get; }
    PartnershipId ICommandWithin.Partnership => Agreement.Partnership;
}

/// <summary>What a party does: only somebody who acts for that very party gives such a command.</summary>
public interface IPartyCommand : IAgreementCommand
{
    PartnerId Party { get; }
}

/// <summary>What a decision on an agreement needs to know of other aggregates.</summary>
/// <param name="Partnership">The agreement's partnership; null when there is none.</param>
/// <param name="Framework">The agreement that the command puts this one under; null when there is none.</param>
/// <param name="Rules">The adopted versions of the partnership's working rules.</param>
/// <param name="Activities">Those of the activities that the command names which the partnership has.</param>
/// <param name="Remarked">The round whose remark the command names as its origin; null when there is none.</param>
public sealed record AgreementSurroundings(
    Partnership? Partnership, Agreement? Framework, ValueList<RulesReference> Rules, ValueList<ActivityId> Activities, CommentRound? Remarked = null);

/// <summary>
/// Decides what commands to an agreement bring about. What was due before the command comes first, so that nobody gives notice
/// on what ended an hour ago; what the command makes due (the last signature after the first day) comes with it.
/// </summary>
public static partial class AgreementDecider
{
    /// <param name="state">The agreement, or null before it was drafted.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">What else it depends on.</param>
    /// <param name="now">The present; days are days in Europe/Helsinki.</param>
    public static Decision Decide(Agreement? state, IAgreementCommand command, AgreementSurroundings around, Instant now)
    {
        if (around.Partnership is null || around.Partnership.Id != command.Agreement.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Agreement.Partnership.Value ?? ""]));
        if (command is DraftAgreement draft) return Draft(state, draft, around);
        if (state is null) return Decision.Refuse(new Problem(ProblemCodes.NoSuchAgreement, "agreement", [command.Agreement.Slug ?? ""]));

        var due = Passing.Due(state, now);
        var present = Passing.After(state, due, now);
        var decision = DecideNow(present, command, around, now);
        if (decision is not Decision.Accepted accepted) return decision;
        var then = accepted.Events.Count == 0 ? [] : Passing.Due(Passing.After(present, accepted.Events, now), now);
        return new Decision.Accepted([.. due, .. accepted.Events, .. then]);
    }

    private static Decision DecideNow(Agreement state, IAgreementCommand command, AgreementSurroundings around, Instant now) => command switch
    {
        LetTimePass => Decision.Accept(),
        SignAgreement sign => Sign(state, sign, now),
        ApproveAgreement approve => Approve(state, approve, now),
        PutAgreementInRound put => PutInRound(state, put),
        TakeAgreementOutOfRound take => TakeOutOfRound(state, take),
        _ when HasEnded(state) => Decision.Refuse(new Problem(ProblemCodes.AgreementHasEnded, "agreement", [Texts.Iso(state.LastDay!.Value)])),
        EditAgreement edit => Edit(state, edit, around),
        IClauseCommand clause => DecideOnClause(state, clause, around),
        OfferAgreement offer => Offer(state, offer, around, now),
        ReturnAgreementToDraft => ReturnToDraft(state),
        RefuseAgreement refuse => Refuse(state, refuse),
        WithdrawAgreementSignature withdraw => WithdrawSignature(state, withdraw),
        AmendAgreement amend => Amend(state, amend),
        DropAmendment => Drop(state),
        GiveNotice give => GiveNotice(state, give, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
    };

    private static Decision DecideOnClause(Agreement state, IClauseCommand command, AgreementSurroundings around)
    {
        if (Origins.Unfounded(command, around.Remarked) is { } problem) return Decision.Refuse(problem);
        return command switch
        {
            AddAgreementClause add => AddClause(state, add with { Origin = ChangeOrigin.Said(add.Origin) }),
            EditAgreementClause edit => EditClause(state, edit with { Origin = ChangeOrigin.Said(edit.Origin) }),
            MoveAgreementClause move => MoveClause(state, move with { Origin = ChangeOrigin.Said(move.Origin) }),
            RemoveAgreementClause remove => RemoveClause(state, remove with { Origin = ChangeOrigin.Said(remove.Origin) }),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    private static bool HasEnded(Agreement state) => state.Standing is AgreementStanding.Terminated or AgreementStanding.Expired;

    /// <summary>The reasons why a version cannot be approved, refused or signed by this party under this hash.</summary>
    private static IEnumerable<Problem> NotBeforeParty(Agreement state, PartnerId party, string hash)
    {
        if (state.Open is not { } open)
        {
            yield return new Problem(ProblemCodes.NothingOffered, "agreement");
            yield break;
        }
        if (!open.Consenting.Contains(party)) yield return new Problem(ProblemCodes.NotAParty, "party", [party.Value]);
        if (open.Hash != hash) yield return new Problem(ProblemCodes.HashIsAnother, "hash", [hash, open.Hash]);
        if (open.Refusal is { } refusal) yield return new Problem(ProblemCodes.VersionWasRefused, "agreement", [refusal.Party.Value]);
    }
}
