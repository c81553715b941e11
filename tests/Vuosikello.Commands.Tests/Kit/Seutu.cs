using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>A small partnership to try things on, and the commands that bring it about.</summary>
internal static class Seutu
{
    public static readonly PartnershipId Id = new("seutu");
    public static readonly PartnerId Kerava = new("kerava");
    public static readonly PartnerId Tuusula = new("tuusula");
    public static readonly PartnerId Vantaa = new("vantaa");
    public static readonly AreaId Whole = new("koko-seutu");
    public static readonly ThemeId Premises = new("tilat");
    public static readonly CycleId Year = new(Id, 2026);
    public static readonly ActivityId Workshop = new(new Guid("00000000-0000-0000-0000-00000000aaaa"));
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 9, 0);

    public static readonly Area WholeArea = new(Whole, new LocalText("Koko seutu"), ["Kerava", "Tuusula"]);
    public static readonly Theme PremisesTheme = new(Premises, new LocalText("Tilat"));
    public static readonly WorkingGroup Group = new(new WorkingGroupId("tilaryhma"), new LocalText("Tilaryhmä"), Premises, [Kerava]);

    public static Partner Partner(PartnerId id) => new(id, PartnerKind.Municipality, new LocalText(id.Value), [], []);

    public static ActivityDetails Details(string title = "Työpaja", PartnerId? responsible = null) => new(
        new LocalText(title),
        new ActivityTime.Exact(new LocalDateTime(2026, 3, 24, 16, 0), new LocalDateTime(2026, 3, 24, 19, 0)),
        LocalText.Empty, [], [], responsible is null ? null : new Responsible(new LocalText("projektipäällikkö"), responsible), [], null, [], null);

    public static PlanActivity Plan(string title = "Työpaja", PartnerId? responsible = null, ActivityId? id = null) =>
        new(Year, id ?? Workshop, Details(title, responsible));

    public static ActivityId ActivityNumber(int number) => new(new Guid(number, 1, 0, new byte[8]));
    public static CommandId CommandNumber(int number) => new(new Guid(number, 2, 0, new byte[8]));

    /// <summary>Founded, with an area, a theme, two partners and a drafted year.</summary>
    public static async Task Begin(House house)
    {
        await house.Done(new FoundPartnership(Id, new LocalText("Seutu")));
        await house.Done(new AddArea(Id, WholeArea));
        await house.Done(new AddTheme(Id, PremisesTheme));
        await house.Done(new AdmitPartner(Id, Partner(Kerava)));
        await house.Done(new AdmitPartner(Id, Partner(Tuusula)));
        await house.Done(new DraftCycle(Year));
    }
}
