using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> Registers => new()
    {
        [typeof(BringInPartners)] = Need.Coordinator,
        [typeof(ChangePartnerCard)] = Need.OfThePartner,
        [typeof(ConfirmPartnerCard)] = Need.OfThePartner,
        [typeof(AskPartnersToConfirm)] = Need.Process,
        [typeof(RegisterPremises)] = Need.OfThePartner,
        [typeof(ChangePremises)] = Need.OfThePartner,
        [typeof(WithdrawPremises)] = Need.OfThePartner,
    };

    /// <summary>
    /// The same for this very partner: whoever is no coordinator writes the card of the own organisation alone.
    /// </summary>
    public static Problem? Check(Type command, Standing standing, PartnerId partner) =>
        Check(command, standing) is { } problem ? problem
        : Of(command) != Need.OfThePartner || IsCoordinating(standing) || standing.For == partner ? null
        : new Problem(CommandProblems.NotOwnCard);

    /// <summary>The same for what the very command says: what kind of organisation it is, the coordinator says.</summary>
    internal static Problem? Check(IPartnershipCommand command, Standing standing, Partnership? partnership) => command switch
    {
        ChangePartnerCard change when Check(typeof(ChangePartnerCard), standing, change.Partner.Id) is { } problem => problem,
        ChangePartnerCard change when !IsCoordinating(standing) && partnership?.Partners.GetValueOrDefault(change.Partner.Id.Value) is { } before && before.Kind != change.Partner.Kind && CardBasis.Means(change.BasedOn, PartnerFields.Kind) =>
            new Problem(CommandProblems.KindIsTheCoordinators, "kind"),
        ConfirmPartnerCard confirm => Check(typeof(ConfirmPartnerCard), standing, confirm.Partner),
        _ => null,
    };

    /// <summary>The same for premises: whoever is no coordinator lends, describes and withdraws what the own organisation has, and gives it to no other.</summary>
    internal static Problem? Check(IPremisesCommand command, Standing standing, PremisesRegister? register)
    {
        if (IsCoordinating(standing)) return null;
        bool isOwn = command switch
        {
            RegisterPremises add => add.Premises.Owner == standing.For,
            ChangePremises change => change.Premises.Owner == standing.For && IsOwn(change.Premises.Id),
            WithdrawPremises withdraw => IsOwn(withdraw.Premises),
            _ => false,
        };
        return isOwn ? null : new Problem(CommandProblems.NotOwnPremises);

        bool IsOwn(PremisesId id) => register?.Find(id) is not { } premises || premises.Owner == standing.For;
    }
}
