using Vuosikello.Domain;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>Where a member's calendar links are kept. None of these addresses has a secret in it.</summary>
public static class LinkAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/calendar-links";

    /// <summary>Where a new one's address is shown, once.</summary>
    public static string Made(CalendarLinkId link) => $"{All(link.Partnership)}/{link.Value:D}";

    public static string Revoke(CalendarLinkId link) => $"{Made(link)}/revoke";
}
