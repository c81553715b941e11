using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> Agreements => new()
    {
        [typeof(DraftAgreement)] = Need.Editor,
        [typeof(EditAgreement)] = Need.Editor,
        [typeof(AddAgreementClause)] = Need.Editor,
        [typeof(EditAgreementClause)] = Need.Editor,
        [typeof(MoveAgreementClause)] = Need.Editor,
        [typeof(RemoveAgreementClause)] = Need.Editor,
        [typeof(PutAgreementInRound)] = Need.Process,
        [typeof(TakeAgreementOutOfRound)] = Need.Process,
        [typeof(OfferAgreement)] = Need.Coordinator,
        [typeof(ReturnAgreementToDraft)] = Need.Coordinator,
        [typeof(ApproveAgreement)] = Need.EditorOrSignatoryOfFor,
        [typeof(RefuseAgreement)] = Need.EditorOrSignatoryOfFor,
        [typeof(SignAgreement)] = Need.SignatoryOfFor,
        [typeof(WithdrawAgreementSignature)] = Need.SignatoryOfFor,
        [typeof(AmendAgreement)] = Need.Coordinator,
        [typeof(DropAmendment)] = Need.Coordinator,
        [typeof(GiveNotice)] = Need.SignatoryOfFor,
        [typeof(LetTimePass)] = Need.Process,
    };

    /// <summary>
    /// The same for a command to this very agreement: its draft is written by the coordinator and by editors of its parties, and once the
    /// bodies have approved it only a signatory refuses it for a party.
    /// </summary>
    public static Problem? Check(Type command, Standing standing, Agreement agreement)
    {
        if (Check(command, standing) is { } problem) return problem;
        if (command == typeof(RefuseAgreement) && agreement.Stage == AgreementStage.Approved && !standing.IsSignatoryOfFor)
            return new Problem(CommandProblems.NotSignatory);
        if (Of(command) != Need.Editor || standing.IsAdministrator || standing.IsCoordinator) return null;
        return standing.For is { } partner && agreement.Draft.Parties.Contains(partner) ? null : new Problem(CommandProblems.NotOwnAgreement);
    }
}
