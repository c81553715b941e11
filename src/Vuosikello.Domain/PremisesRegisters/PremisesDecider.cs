using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.PremisesRegisters;

/// <summary>A command to a partnership's register of premises.</summary>
public interface IPremisesCommand : ICommandWithin;

public sealed record RegisterPremises(PartnershipId Partnership, Premises Premises) : IPremisesCommand;

/// <summary>Says something else of a place. Whose it is stays as it is, unless the coordinator says otherwise.</summary>
/// <param name="BasedOn">The register's version that the editor saw, and what they changed; null to write it whatever it says.</param>
public sealed record ChangePremises(PartnershipId Partnership, Premises Premises, CardBasis? BasedOn = null) : IPremisesCommand;

/// <summary>Lends a place no longer. Activities that name it keep it.</summary>
public sealed record WithdrawPremises(PartnershipId Partnership, PremisesId Premises) : IPremisesCommand;

/// <summary>Decides what commands to a register of premises bring about.</summary>
public static class PremisesDecider
{
    /// <summary>The most places of one register.</summary>
    private const int Most = 5_000;

    /// <summary>The most people that a place holds.</summary>
    private const int MostPeople = 100_000;

    /// <summary>The most characters of terms and the like.</summary>
    private const int TextLimit = 5_000;

    /// <param name="state">The register, or null while it is empty.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="partnership">Whose register it is; null when there is no such partnership.</param>
    public static Decision Decide(PremisesRegister? state, IPremisesCommand command, Partnership? partnership)
    {
        if (partnership is null) return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Partnership.Value ?? ""]));
        var register = state ?? PremisesRegister.Empty;
        return command switch
        {
            RegisterPremises add => Register(register, add.Premises, partnership),
            ChangePremises change => Change(register, change, partnership),
            WithdrawPremises withdraw => Decision.Unless(Missing(register, withdraw.Premises), () => Decision.Accept(new PremisesWithdrawn(withdraw.Premises))),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    private static Decision Register(PremisesRegister register, Premises premises, Partnership partnership)
    {
        string slug = premises.Id.Value ?? "";
        IEnumerable<Problem> problems =
        [
            .. Texts.ShortName(slug, "premises"),
            .. register.Find(premises.Id) is not null ? new[] { new Problem(ProblemCodes.PremisesExist, "premises", [slug]) } : [],
            .. register.Premises.Count >= Most ? new[] { new Problem(ProblemCodes.TooMany, "premises", [Texts.Iso(Most), Texts.Iso(register.Premises.Count + 1)]) } : [],
            .. Broken(premises, null, partnership),
        ];
        return Decision.Unless(problems, () => Decision.Accept(new PremisesRegistered(Tidy(premises))));
    }

    private static Decision Change(PremisesRegister register, ChangePremises command, Partnership partnership)
    {
        var (id, basis) = (command.Premises.Id, command.BasedOn);
        var before = register.Find(id);
        var wanted = before is null ? command.Premises : PremisesFields.All.Merged(before, command.Premises, basis);
        IEnumerable<Problem> problems = [.. Missing(register, id), .. CardBasis.FromTheFuture(basis, register.Version), .. Broken(wanted, before, partnership)];
        return Decision.Unless(problems, () => Changed(register, before!, Tidy(wanted), basis));
    }

    private static Decision Changed(PremisesRegister register, Premises before, Premises wanted, CardBasis? basis)
    {
        if (wanted == before) return Decision.Accept();
        var clashes = PremisesFields.All.Clashes(wanted, before, basis, field => register.LastTouch(wanted.Id, field));
        return clashes.Count > 0 ? new Decision.Clashed(clashes) : Decision.Accept(new PremisesChanged(wanted));
    }

    private static IEnumerable<Problem> Missing(PremisesRegister register, PremisesId premises) =>
        register.Find(premises) is not null ? [] : [new Problem(ProblemCodes.NoSuchPremises, "premises", [premises.Value ?? ""])];

    // A partner that has left may still own what it lent: whoever mends the address need not mend that.
    private static IEnumerable<Problem> Broken(Premises premises, Premises? before, Partnership partnership) =>
    [
        .. premises.Owner != before?.Owner && !partnership.Partners.ContainsKey(premises.Owner.Value ?? "")
            ? new[] { new Problem(ProblemCodes.NoSuchPartner, "owner", [premises.Owner.Value ?? ""]) } : [],
        .. Texts.Required(premises.Name, "name", Texts.NameLimit),
        .. Texts.Optional(premises.Address, "address", Texts.NameLimit),
        .. premises.Capacity is { } people ? Texts.Within(people, 1, MostPeople, "capacity") : [],
        .. Texts.Once(premises.Access, "access"),
        .. Texts.Optional(premises.AccessText, "accessText", TextLimit),
        .. Texts.Optional(premises.Terms, "terms", TextLimit),
        .. Texts.Optional(premises.Price, "price", TextLimit),
        .. Texts.Link(premises.Link, "link"),
    ];

    private static Premises Tidy(Premises premises) => premises with
    {
        Address = Texts.Tidy(premises.Address),
        Link = Texts.Tidy(premises.Link),
        Access = premises.Access.Order().ToValueList(),
    };
}
