namespace Vuosikello.Calendars.Checks;

/// <summary>Addresses in a calendar are absolute: there is no page that they could be relative to (RFC 5545 section 3.3.13).</summary>
internal static class AbsoluteUris
{
    public static void Check(Uri? address, string property, Bearer of)
    {
        if (address is { IsAbsoluteUri: false }) throw new InvalidCalendarException($"{property} of {of} is not an absolute address: {address}");
    }
}
