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
    /// The same for this very partner: whoever is no coordinator writes the card of the own organisation alone, and lends what is its own.
    /// </summary>
    public static Problem? Check(Type command, Standing standing, PartnerId partner) =>
        Check(command, standing) is { } problem ? problem
        : Of(command) != Need.OfThePartner || IsCoordinating(standing) || standing.For == partner ? null
        : new Problem(typeof(IPremisesCommand).IsAssignableFrom(command) ? CommandProblems.NotOwnPremises : CommandProblems.NotOwnCard);

    /// <summary>The same for what the very command says: what kind of organisation it is, the coordinator says.</summary>
    internal static Problem? Check(IPartnershipCommand command, Standing standing, Partnership? partnership) => command switch
    {
        ChangePartnerCard change when Check(typeof(ChangePartnerCard), standing, change.Partner.Id) is { } problem => problem,
        ChangePartnerCard change when !IsCoordinating(standing) && partnership?.Partners.GetValueOrDefault(change.Partner.Id.Value) is { } before && before.Kind != change.Partner.Kind && CardBasis.Means(change.BasedOn, PartnerFields.Kind) =>
            new Problem(CommandProblems.KindIsTheCoordinators, "kind"),
        ConfirmPartnerCard confirm => Check(typeof(ConfirmPartnerCard), standing, confirm.Partner),
        _ => null,
    };

    /// <summary>The same for premises: whose they are, and whose they are to be.</summary>
    internal static Problem? Check(IPremisesCommand command, Standing standing, PremisesRegister? register)
    {
        PartnerId?[] owners = command switch
        {
            RegisterPremises add => [add.Premises.Owner],
            ChangePremises change => [register?.Find(change.Premises.Id)?.Owner, change.Premises.Owner],
            WithdrawPremises withdraw => [register?.Find(withdraw.Premises)?.Owner],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "This command has no rule of whose premises it is about."),
        };
        return owners.OfType<PartnerId>().Select(owner => Check(command.GetType(), standing, owner)).FirstOrDefault(problem => problem is not null);
    }
}
