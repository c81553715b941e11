using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;

namespace Vuosikello.Events.Tests;

internal static partial class Samples
{
    private const string TokenHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly CalendarLinkId Link = new(new PartnershipId("kuuma-seutu"), new Guid("3f2504e0-4f89-41d3-9a0c-0305e82c3302"));

    private static IReadOnlyDictionary<string, IEvent> CalendarLinks => new Dictionary<string, IEvent>
    {
        ["calendar-link-created.v1"] = new CalendarLinkCreated(Link, Stamp.By, CalendarLinkKind.SteeringGroup, "Työpuhelin \"A\"", TokenHash),
        ["calendar-link-created.v1.mine"] = new CalendarLinkCreated(Link, Stamp.By, CalendarLinkKind.Mine, "Oma kalenteri", TokenHash),
        ["calendar-link-revoked.v1"] = new CalendarLinkRevoked(),
    };
}
