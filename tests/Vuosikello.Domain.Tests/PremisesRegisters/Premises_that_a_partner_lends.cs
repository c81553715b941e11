using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.PremisesRegisters;

public sealed class Premises_that_a_partner_lends
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly Premises Hall = new(
        new("sali"), Samples.Town.Id, new LocalText("Sali"), "Koulutie 1", 80, [AccessFeature.StepFree], LocalText.Empty, new LocalText("Iltaisin"), LocalText.Empty);

    private static Scenario<PremisesRegister, IPremisesCommand> Given(params IEvent[] events) =>
        new Scenario<PremisesRegister, IPremisesCommand>((state, command) => PremisesDecider.Decide(state, command, Samples.Partnership)).Given(events);

    [Fact]
    public void They_are_registered_changed_and_withdrawn()
    {
        var larger = Hall with { Capacity = 100 };

        Given().When(new RegisterPremises(Here, Hall)).Then(new PremisesRegistered(Hall));
        Given(new PremisesRegistered(Hall)).When(new ChangePremises(Here, larger)).Then(new PremisesChanged(larger));
        Given(new PremisesRegistered(Hall)).When(new ChangePremises(Here, Hall)).ThenNothing();
        Given(new PremisesRegistered(Hall)).When(new WithdrawPremises(Here, Hall.Id)).Then(new PremisesWithdrawn(Hall.Id));
    }

    [Fact]
    public void Everything_wrong_with_them_is_told_at_once() =>
        Given(new PremisesRegistered(Hall)).When(new RegisterPremises(Here, Hall with
        {
            Owner = new("tuntematon"),
            Name = LocalText.Empty,
            Capacity = 0,
            Access = [AccessFeature.Lift, AccessFeature.Lift],
            Link = "example.org",
        })).ThenRefused(
            new Problem(ProblemCodes.PremisesExist, "premises", ["sali"]),
            new Problem(ProblemCodes.NoSuchPartner, "owner", ["tuntematon"]),
            new Problem(ProblemCodes.TextMissing, "name"),
            new Problem(ProblemCodes.NumberOutOfRange, "capacity", ["0", "1", "100000"]),
            new Problem(ProblemCodes.NamedTwice, "access", ["Lift"]),
            new Problem(ProblemCodes.LinkNotAbsolute, "link", ["example.org"]));

    [Fact]
    public void What_is_not_there_is_neither_changed_nor_withdrawn()
    {
        Given().When(new ChangePremises(Here, Hall)).ThenRefused(new Problem(ProblemCodes.NoSuchPremises, "premises", ["sali"]));
        Given(new PremisesRegistered(Hall), new PremisesWithdrawn(Hall.Id)).When(new WithdrawPremises(Here, Hall.Id)).ThenRefused(new Problem(ProblemCodes.NoSuchPremises, "premises", ["sali"]));
    }

    [Fact]
    public void What_others_said_of_them_since_is_merged_or_clashes_with_who_said_it()
    {
        var larger = Hall with { Capacity = 100 };
        var changed = Given(new PremisesRegistered(Hall)).GivenBy(Stamps.Editor, new PremisesChanged(larger)).Given(new PremisesChanged(larger with { Address = "Koulutie 2" }));

        changed.When(new ChangePremises(Here, Hall with { Link = "https://example.org" }, new CardBasis(0, ["link"])))
            .Then(new PremisesChanged(larger with { Address = "Koulutie 2", Link = "https://example.org" }));
        changed.When(new ChangePremises(Here, Hall with { Capacity = 60 }, new CardBasis(0, ["capacity"])))
            .ThenClashed(new Clash("capacity", 60, 100, 1, Stamps.Editor));
        changed.When(new ChangePremises(Here, larger, new CardBasis(1))).ThenClashed(new Clash("address", "Koulutie 1", "Koulutie 2", 2, Stamps.Coordinator));
    }

    [Fact]
    public void Withdrawn_and_registered_again_they_are_lent_as_they_are_now()
    {
        var larger = Hall with { Capacity = 100 };
        Given(new PremisesRegistered(Hall), new PremisesWithdrawn(Hall.Id)).When(new RegisterPremises(Here, larger)).Then(new PremisesRegistered(larger));
    }
}
