using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Events.Tests;

/// <summary>What the golden files say: one event per file, named by the stored name and, where several are needed, a variant.</summary>
internal static partial class Samples
{
    public static readonly Stamp Stamp = new(
        new CommandId(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")),
        new MemberId(new Guid("7c9e6679-7425-40de-944b-e07fc1f90ae7")),
        new PartnerId("keravan-kaupunki"),
        Instant.FromUtc(2026, 2, 26, 14, 30) + Duration.FromTicks(1234567));

    private static readonly ActivityId Forum = new(new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
    private static readonly CycleId Cycle = new(new PartnershipId("kuuma-seutu"), 2026);
    private static readonly Partner BareCard = new(
        new PartnerId("hyvinvointialue"), PartnerKind.WellbeingServicesCounty, new LocalText("Hyvinvointialue"), [new AreaId("koko-seutu")], [new ThemeId("terveys")]);
    private static readonly Partner WholeCard = new(
        new PartnerId("seurakunta"), PartnerKind.Parish, new LocalText("Seurakunta", "Församlingen"), [new AreaId("koko-seutu")], [],
        new BusinessId("0112038-9"), new RegisterNumber("123456"), "https://example.org/seurakunta",
        [
            new PartnerContact(new ContactId(new Guid("4a1b3f7e-9c52-4f0d-8a6e-2f5d7b1c9e01")), new LocalText("kirkkoherra", "kyrkoherde"), ContactVisibility.Public),
            new PartnerContact(new ContactId(new Guid("4a1b3f7e-9c52-4f0d-8a6e-2f5d7b1c9e02")), new LocalText("talouspäällikkö"), Member: new MemberId(new Guid("7c9e6679-7425-40de-944b-e07fc1f90ae7"))),
        ]);
    private static readonly LocalText Text = new("Kumppanuusfoorumi – \"yhdessä\" & <ääneen> 🎡", "Partnerskapsforum", "Partnership forum");

    private static readonly ActivityTime.Exact Workshop = new(new LocalDateTime(2026, 3, 24, 16, 0), new LocalDateTime(2026, 3, 24, 19, 0));
    private static readonly ValueList<AgendaRow> Agenda =
    [
        new(new LocalTime(16, 0), new LocalText("avaus", "öppning")),
        new(new LocalTime(18, 15), new LocalText("yhteenveto")),
    ];

    private static readonly ActivityTime.Recurring Weekly = new(
        Workshop,
        new Recurrence(Frequency.Weekly, 2, new LocalDate(2026, 5, 31), [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday]),
        [new LocalDate(2026, 4, 7)]);

    private static readonly ActivityTime.Recurring Monthly = new(
        new ActivityTime.Days(new LocalDate(2026, 1, 30), new LocalDate(2026, 1, 30)),
        new Recurrence(Frequency.Monthly, 1, new LocalDate(2026, 12, 31), [], MonthWeek: -1, MonthWeekday: IsoDayOfWeek.Friday),
        []);

    private static readonly ActivityTime.Recurring Quarterly = new(
        new ActivityTime.Days(new LocalDate(2026, 1, 31), new LocalDate(2026, 1, 31)),
        new Recurrence(Frequency.Monthly, 3, new LocalDate(2026, 12, 31), [], MonthDay: -1),
        []);

    private static IReadOnlyDictionary<string, IEvent> Planning => new Dictionary<string, IEvent>
    {
        ["partnership-founded.v1"] = new PartnershipFounded(Cycle.Partnership, new LocalText("KUUMA-seutu")),
        ["partnership-renamed.v1"] = new PartnershipRenamed(Text),
        ["area-added.v1"] = new AreaAdded(new Area(new AreaId("nurmijarvi"), new LocalText("Nurmijärvi"), ["Nurmijärvi"])),
        ["area-redrawn.v1"] = new AreaRedrawn(new Area(new AreaId("koko-seutu"), new LocalText("Koko seutu"), ["Järvenpää", "Kerava", "Tuusula"])),
        ["area-removed.v1"] = new AreaRemoved(new AreaId("nurmijarvi")),
        ["theme-added.v1"] = new ThemeAdded(new Theme(new ThemeId("terveys"), new LocalText("Terveys", "Hälsa", "Health"))),
        ["theme-renamed.v1"] = new ThemeRenamed(new ThemeId("terveys"), new LocalText("Hyvinvointi")),
        ["theme-removed.v1"] = new ThemeRemoved(new ThemeId("terveys")),
        ["partner-joined.v2.bare"] = new PartnerJoined(BareCard),
        ["partner-joined.v2"] = new PartnerJoined(WholeCard),
        ["partner-card-changed.v2"] = new PartnerCardChanged(WholeCard),
        ["partner-card-confirmed.v1"] = new PartnerCardConfirmed(new PartnerId("seurakunta"), new LocalDate(2026, 3, 2)),
        ["partners-asked-to-confirm.v1"] = new PartnersAskedToConfirm([new PartnerId("seurakunta"), new PartnerId("hyvinvointialue")], new LocalDate(2027, 3, 2)),
        ["partner-left.v1"] = new PartnerLeft(new PartnerId("seurakunta")),
        ["working-group-formed.v1"] = new WorkingGroupFormed(new WorkingGroup(
            new WorkingGroupId("terveys"), new LocalText("Terveysryhmä"), new ThemeId("terveys"), [new PartnerId("seurakunta")])),
        ["working-group-changed.v1"] = new WorkingGroupChanged(new WorkingGroup(new WorkingGroupId("terveys"), new LocalText("Ryhmä"), null, [])),
        ["working-group-dissolved.v1"] = new WorkingGroupDissolved(new WorkingGroupId("terveys")),

        ["cycle-drafted.v1"] = new CycleDrafted(Cycle),
        ["cycle-emphasis-set.v1"] = new CycleEmphasisSet(new LocalText("Vapaaehtoistoiminta")),
        ["cycle-opened-for-comments.v1"] = new CycleOpenedForComments(),
        ["cycle-opened-for-comments.v1.round"] = new CycleOpenedForComments(new RoundId(Cycle.Partnership, "toimintapaketti-2026")),
        ["cycle-returned-to-draft.v1"] = new CycleReturnedToDraft(),
        ["cycle-adopted.v1"] = new CycleAdopted(),
        ["cycle-closed.v1"] = new CycleClosed(),
        ["cycle-reopened.v1"] = new CycleReopened(),
        ["cycle-rolled-forward.v1"] = new CycleRolledForward(2025, [Forum]),

        ["activity-planned.v1"] = new ActivityPlanned(Forum, Cycle, new ActivityDetails(
            Text, Workshop, new LocalText("Ensimmäinen rivi\ntoinen rivi"), [new AreaId("koko-seutu")], [new ThemeId("terveys")],
            new Responsible(new LocalText("projektipäällikkö"), new PartnerId("seurakunta"), Samples.Stamp.By), [new PartnerId("seurakunta")],
            new Venue("Pääkirjasto, kokoushuone 1", "Kirjastokatu 1, 00100 Helsinki", "https://example.org/huone?a=1&b=2"), Agenda,
            new Registration("https://example.org/ilmo", new RegistrationDeadline.Before(7)))),
        ["activity-planned.v1.bare"] = new ActivityPlanned(Forum, Cycle, new ActivityDetails(
            new LocalText(en: "Survey"), new ActivityTime.Months(new YearMonth(2026, 1), new YearMonth(2026, 2)), LocalText.Empty, [], [], null, [], null, [], null)),
        ["activity-retitled.v1"] = new ActivityRetitled(Text),
        ["activity-rescheduled.v1"] = new ActivityRescheduled(Workshop),
        ["activity-rescheduled.v1.days"] = new ActivityRescheduled(new ActivityTime.Days(new LocalDate(2028, 2, 29), new LocalDate(2028, 3, 1))),
        ["activity-rescheduled.v1.months"] = new ActivityRescheduled(new ActivityTime.Months(new YearMonth(2026, 6), new YearMonth(2026, 8))),
        ["activity-rescheduled.v1.weekly"] = new ActivityRescheduled(Weekly),
        ["activity-rescheduled.v1.monthly"] = new ActivityRescheduled(Monthly),
        ["activity-rescheduled.v1.quarterly"] = new ActivityRescheduled(Quarterly),
        ["activity-described.v1"] = new ActivityDescribed(new LocalText("Kahvitauko klo 18")),
        ["activity-areas-chosen.v1"] = new ActivityAreasChosen([new AreaId("nurmijarvi"), new AreaId("koko-seutu")]),
        ["activity-themes-chosen.v1"] = new ActivityThemesChosen([]),
        ["activity-responsibility-assigned.v1"] = new ActivityResponsibilityAssigned(new Responsible(new LocalText("hanketiimi"))),
        ["activity-responsibility-assigned.v1.nobody"] = new ActivityResponsibilityAssigned(null),
        ["activity-participants-chosen.v1"] = new ActivityParticipantsChosen([new PartnerId("seurakunta")]),
        ["activity-relocated.v1"] = new ActivityRelocated(new Venue(Link: "https://example.org/kokous")),
        ["activity-relocated.v1.nowhere"] = new ActivityRelocated(null),
        ["activity-moved-into-premises.v1"] = new ActivityMovedIntoPremises(new Venue("Pääkirjasto, Einari", "Autoasemankatu 2, 04300 Tuusula", Premises: new PremisesId("einari"))),
        ["activity-agenda-set.v1"] = new ActivityAgendaSet(Agenda),
        ["activity-registration-arranged.v1"] = new ActivityRegistrationArranged(new Registration(null, new RegistrationDeadline.On(new LocalDate(2026, 3, 17)))),
        ["activity-registration-arranged.v1.none"] = new ActivityRegistrationArranged(null),
        ["activity-confirmed.v1"] = new ActivityConfirmed(),
        ["activity-returned-to-proposal.v1"] = new ActivityReturnedToProposal(),
        ["activity-cancelled.v1"] = new ActivityCancelled(new LocalText("Liian vähän ilmoittautuneita")),
        ["activity-reinstated.v1"] = new ActivityReinstated(ActivityStatus.Confirmed),
        ["activity-held.v2"] = new ActivityHeld(new Attendance(16, 3)),
        ["activity-held.v2.uncounted"] = new ActivityHeld(null),
        ["activity-holding-revoked.v1"] = new ActivityHoldingRevoked(ActivityStatus.Proposed),
        ["activity-withdrawn.v1"] = new ActivityWithdrawn(),
    };

    /// <summary>Every golden file's event; later aggregates have a part of their own, such as <c>Samples.SteeringReviews.cs</c>.</summary>
    public static readonly IReadOnlyDictionary<string, IEvent> ByFile =
        new[] { Planning, WorkingRules, Agreements, CommentRounds, SteeringReviews, CalendarLinks, Memberships, Registers }.SelectMany(part => part).ToDictionary();

    /// <summary>Stored by older versions of the program; read today as these.</summary>
    public static readonly IReadOnlyDictionary<string, IEvent> Older = new Dictionary<string, IEvent>
    {
        ["activity-held.v1"] = new ActivityHeld(new Attendance(16)),
        ["activity-held.v1.uncounted"] = new ActivityHeld(null),
        ["partner-joined.v1"] = new PartnerJoined(BareCard),
        ["partner-card-changed.v1"] = new PartnerCardChanged(new Partner(new PartnerId("seurakunta"), PartnerKind.Parish, new LocalText("Seurakunta"), [], [])),
    };

    /// <summary>The stored name that a golden file is about: the first two parts of its own.</summary>
    public static string TypeOf(string file) => string.Join('.', file.Split('.')[..2]);
}
