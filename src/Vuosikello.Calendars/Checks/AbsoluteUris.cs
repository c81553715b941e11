using System.Text;

namespace Vuosikello.Calendars.Checks;

/// <summary>Addresses in a calendar are absolute: there is no page that they could be relative to (RFC 5545 section 3.3.13).</summary>
internal static class AbsoluteUris
{
    public static void Check(Uri? address, string property, Bearer of)
    {
        if (address is null) return;
        if (!address.IsAbsoluteUri) throw new InvalidCalendarException($"{property} of {of} is not an absolute address: {address}");
        if (Written(address) is null) throw new InvalidCalendarException($"{property} of {of} cannot be written as RFC 3986 has it; its host is perhaps no name of one.");
    }

    /// <summary>The address as RFC 3986 has it, a host with letters beyond ASCII in the form that is looked up; null when there is none.</summary>
    public static string? Written(Uri address)
    {
        string text = address.AbsoluteUri;
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~')) return text;
        int host = Ascii.IsValid(text) ? -1 : text.IndexOf(address.Host, StringComparison.OrdinalIgnoreCase);
        if (host >= 0) text = string.Concat(text.AsSpan(0, host), address.IdnHost, text.AsSpan(host + address.Host.Length));
        return text.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : text;
    }
}
