using NodaTime;

namespace Vuosikello.Domain.Agreements;

/// <summary>Begins to change the agreement in force. It stays in force until all parties have approved and signed the new version.</summary>
/// <param name="From">The first day of the change; null when it is in force as soon as all have signed.</param>
public sealed record AmendAgreement(AgreementId Agreement, LocalDate? From = null) : IAgreementCommand;

/// <summary>Gives up the change that is being written; what is in force stays.</summary>
public sealed record DropAmendment(AgreementId Agreement) : IAgreementCommand;

public static partial class AgreementDecider
{
    private static Decision Amend(Agreement state, AmendAgreement command)
    {
        if (state.Standing != AgreementStanding.InForce) return Decision.Refuse(new Problem(ProblemCodes.AgreementNotInForce, "agreement"));
        if (state.Stage != AgreementStage.Settled) return Decision.Refuse(new Problem(ProblemCodes.AmendmentUnderWay, "agreement"));
        return Decision.Unless(ContentRules.Broken(command.From, state), () => Decision.Accept(new AmendmentStarted(command.From)));
    }

    private static Decision Drop(Agreement state) => state switch
    {
        { Stage: AgreementStage.Settled } => Decision.Accept(),
        { Standing: not AgreementStanding.InForce } => Decision.Refuse(new Problem(ProblemCodes.AgreementNotInForce, "agreement")),
        { Stage: AgreementStage.Draft } => Decision.Accept(new AmendmentDropped()),
        _ => new Decision.Refused(NotWritable(state).ToValueList()),
    };
}
