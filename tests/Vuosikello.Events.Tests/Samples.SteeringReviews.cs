using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private static ClauseId ClauseOfRules => new(new Guid("3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

    private static IReadOnlyDictionary<string, IEvent> SteeringReviews => new Dictionary<string, IEvent>
    {
        ["review-opened.v1"] = new ReviewOpened(
            new ReviewId(Cycle.Partnership, "syksy-2026"), new LocalText("Syksyn katselmus", "Höstens granskning"),
            new ReviewSpan(new LocalDate(2026, 8, 1), new LocalDate(2026, 11, 30))),
        ["review-participant-added.v1"] = new ReviewParticipantAdded(
            1, new ReviewParticipant(new LocalText("puheenjohtaja", "ordförande"), new PartnerId("keravan-kaupunki"), Stamp.By)),
        ["review-participant-added.v1.bare"] = new ReviewParticipantAdded(2, new ReviewParticipant(new LocalText("sihteeri"))),
        ["review-participant-removed.v1"] = new ReviewParticipantRemoved(2),
        ["review-remark-added.v1"] = new ReviewRemarkAdded(1, null, new LocalText("Aikataulu piti.")),
        ["review-remark-added.v1.event"] = new ReviewRemarkAdded(
            2, new RemarkSubject(SubjectKind.Activity, "6f9619ff-8b86-d011-b42d-00cf4fc964ff", Event: 3), new LocalText("Miksi siirrettiin?")),
        ["review-remark-added.v1.clause"] = new ReviewRemarkAdded(
            3, new RemarkSubject(SubjectKind.WorkingRules, "kuuma-seutu", Version: "2026.1", Clause: ClauseOfRules), new LocalText(sv: "Otydligt.")),
        ["review-remark-added.v1.version"] = new ReviewRemarkAdded(
            4, new RemarkSubject(SubjectKind.Agreement, "kuuma-seutu/tilat", Version: "2"), new LocalText("Allekirjoitettu ajallaan.")),
        ["review-remark-removed.v1"] = new ReviewRemarkRemoved(4),
        ["review-closed.v1"] = new ReviewClosed(new LocalText("Ei huomautettavaa.", "Inget att anmärka.", "Nothing to remark.")),
    };
}
