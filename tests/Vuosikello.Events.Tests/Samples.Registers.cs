using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static IReadOnlyDictionary<string, IEvent> Registers => new Dictionary<string, IEvent>
    {
        ["premises-registered.v1"] = new PremisesRegistered(new Premises(
            new PremisesId("einari"), Town, new LocalText("Pääkirjasto, kokoushuone Einari", "Huvudbiblioteket, mötesrummet Einari"), "Autoasemankatu 2, 04300 Tuusula", 24,
            [AccessFeature.StepFree, AccessFeature.InductionLoop], new LocalText("Ovi aukeaa napista."), new LocalText("Yhdistyksille iltaisin."), new LocalText("Maksuton"), "https://example.org/einari")),
        ["premises-registered.v1.bare"] = new PremisesRegistered(new Premises(
            new PremisesId("sali"), Town, new LocalText("Sali"), null, null, [], LocalText.Empty, LocalText.Empty, LocalText.Empty)),
        ["premises-changed.v1"] = new PremisesChanged(new Premises(
            new PremisesId("sali"), Town, new LocalText("Sali"), null, 80, [AccessFeature.AccessibleToilet], LocalText.Empty, LocalText.Empty, new LocalText("10 € tunti"))),
        ["premises-withdrawn.v1"] = new PremisesWithdrawn(new PremisesId("sali")),
    };
}
