using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;

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
        return Of(command) == Need.Editor ? NotTheirs(agreement.Draft.Parties, standing) : null;
    }

    /// <summary>
    /// The same for what the very command says: nobody but the coordinator begins an agreement of others, and nobody but the coordinator
    /// says that a change follows from a remark.
    /// </summary>
    internal static Problem? Check(IAgreementCommand command, Standing standing, Agreement? agreement)
    {
        if (agreement is not null && Check(command.GetType(), standing, agreement) is { } problem) return problem;
        return command switch
        {
            DraftAgreement draft => NotTheirs(draft.Content.Parties, standing),
            ITracedCommand { Origin.Remark: not null } when !IsCoordinating(standing) => new Problem(CommandProblems.OriginIsTheCoordinators, "origin"),
            _ => null,
        };
    }

    private static Problem? NotTheirs(ValueList<PartnerId> parties, Standing standing) =>
        IsCoordinating(standing) || (standing.For is { } partner && parties.Contains(partner)) ? null : new Problem(CommandProblems.NotOwnAgreement);

    /// <summary>Whether somebody acts for all partners.</summary>
    public static bool IsCoordinating(Standing standing) => standing.IsAdministrator || standing.IsCoordinator;
}
