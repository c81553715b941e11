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
    public void Withdrawn_and_registered_again_they_are_lent_as_they_are_now()
    {
        var larger = Hall with { Capacity = 100 };
        Given(new PremisesRegistered(Hall), new PremisesWithdrawn(Hall.Id)).When(new RegisterPremises(Here, larger)).Then(new PremisesRegistered(larger));
    }
}
