using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.TestKit;

/// <summary>A small partnership with the year 2026 and one activity in it.</summary>
public static class Samples
{
    public static PartnershipId PartnershipId { get; } = new("kuuma-seutu");
    public static CycleId CycleId { get; } = new(PartnershipId, 2026);
    public static ActivityId ActivityId { get; } = new(new Guid("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"));

    public static Area Kerava { get; } = new(new AreaId("kerava"), new LocalText("Kerava"), ["Kerava"]);
    public static Area Nurmijärvi { get; } = new(new AreaId("nurmijarvi"), new LocalText("Nurmijärvi"), ["Nurmijärvi"]);
    public static Theme Volunteering { get; } = new(new ThemeId("vapaaehtoistoiminta"), new LocalText("Vapaaehtoistoiminta", "Volontärarbete"));
    public static Partner Town { get; } = new(new PartnerId("kerava"), PartnerKind.Municipality, new LocalText("Keravan kaupunki"), [Kerava.Id], []);

    /// <summary>How the partnership came about.</summary>
    public static IEvent[] Founding { get; } =
    [
        new PartnershipFounded(PartnershipId, new LocalText("KUUMA-seutu")),
        new AreaAdded(Kerava),
        new AreaAdded(Nurmijärvi),
        new ThemeAdded(Volunteering),
        new PartnerJoined(Town),
    ];

    public static Partnership Partnership { get; } = Fold<Partnership>(Founding);

    public static AnnualCycle Cycle { get; } = Fold<AnnualCycle>(new CycleDrafted(CycleId));

    /// <summary>A workshop on Tuesday 24 March 2026, 16–19, with an agenda and a registration deadline a week before.</summary>
    public static ActivityDetails Workshop { get; } = new(
        new LocalText("Työpaja 1", "Verkstad 1"),
        new ActivityTime.Exact(new LocalDateTime(2026, 3, 24, 16, 0), new LocalDateTime(2026, 3, 24, 19, 0)),
        LocalText.Empty,
        [Kerava.Id],
        [Volunteering.Id],
        new Responsible(new LocalText("projektipäällikkö")),
        [Town.Id],
        new Venue("Pääkirjasto", "Kirjastokatu 1, Kerava"),
        [new AgendaRow(new LocalTime(16, 0), new LocalText("avaus")), new AgendaRow(new LocalTime(18, 50), new LocalText("lopetus"))],
        new Registration("https://example.org/ilmoittaudu", new RegistrationDeadline.Before(7)));

    /// <summary>The same, with nothing that depends on a clock time, at another time.</summary>
    public static ActivityDetails At(ActivityTime time) => Workshop with { Time = time, Agenda = [], Registration = null };

    /// <summary>The state that follows from events by the coordinator; there is one.</summary>
    public static TState Fold<TState>(params IEvent[] events) where TState : class, IState<TState> =>
        events.Select((e, i) => new Fact(e, i, Stamps.Coordinator)).Aggregate((TState?)null, TState.Evolve)
        ?? throw new ArgumentException("These events do not begin anything.", nameof(events));
}
