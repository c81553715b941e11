namespace Vuosikello.Domain.Agreements;

/// <summary>The draft is commented on in a round.</summary>
public sealed record PutAgreementInRound(AgreementId Agreement, RoundId Round) : IAgreementCommand;

/// <summary>The round is over.</summary>
public sealed record TakeAgreementOutOfRound(AgreementId Agreement, RoundId Round) : IAgreementCommand;

public static partial class AgreementDecider
{
    private static Decision PutInRound(Agreement state, PutAgreementInRound command) => state.Stage switch
    {
        AgreementStage.InCommentRound when state.Round == command.Round => Decision.Accept(),
        AgreementStage.Draft => Decision.Accept(new AgreementPutInRound(command.Round)),
        _ => new Decision.Refused(NotWritable(state).ToValueList()),
    };

    private static Decision TakeOutOfRound(Agreement state, TakeAgreementOutOfRound command) =>
        state.Round == command.Round ? Decision.Accept(new AgreementTakenOutOfRound(command.Round)) : Decision.Accept();
}
