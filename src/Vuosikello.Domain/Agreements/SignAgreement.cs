using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>A signatory signs for a party the version with this hash, after every party's body has approved it.</summary>
/// <param name="Hash">SHA-256 of the canonical text that the signatory has read.</param>
public sealed record SignAgreement(AgreementId Agreement, PartnerId Party, string Hash) : IPartyCommand;

/// <summary>Takes a signature back, which can be done until the last one is given.</summary>
public sealed record WithdrawAgreementSignature(AgreementId Agreement, PartnerId Party) : IPartyCommand;

public static partial class AgreementDecider
{
    private static Decision Sign(Agreement state, SignAgreement command, Instant now)
    {
        // also when it is in force by now: the same signature again is the one that was given
        if (state.VersionWith(command.Hash) is { Status: not VersionStatus.TakenBack } known && HasSigned(known, command.Party)) return Decision.Accept();
        IEnumerable<Problem> problems =
        [
            .. NotBeforeParty(state, command.Party, command.Hash),
            .. Unapproved(state.Open),
            .. state.Open?.Content.Term.Until is { } until && until < HelsinkiDays.Of(now)
                ? new[] { new Problem(ProblemCodes.TermIsOver, "agreement", [Texts.Iso(until)]) } : [],
        ];
        return Decision.Unless(problems, () => Decision.Accept(new AgreementSigned(command.Party, state.Open!.Number, command.Hash)));
    }

    private static IEnumerable<Problem> Unapproved(AgreementVersion? open)
    {
        if (open is null || open.IsApprovedByAll) return [];
        var missing = open.Consenting.Where(party => open.Approvals.All(a => a.Party != party));
        return [new Problem(ProblemCodes.NotApprovedYet, "agreement", [string.Join(", ", missing)])];
    }

    private static Decision WithdrawSignature(Agreement state, WithdrawAgreementSignature command) => state.Open switch
    {
        { Stage: AgreementStage.Signed } => Decision.Refuse(new Problem(ProblemCodes.AllHaveSigned, "agreement")),
        { } open when HasSigned(open, command.Party) => Decision.Accept(new AgreementSignatureWithdrawn(command.Party, open.Number)),
        { } => Decision.Accept(),
        null => Decision.Refuse(new Problem(state.InForce is null ? ProblemCodes.NothingOffered : ProblemCodes.AllHaveSigned, "agreement")),
    };
}
