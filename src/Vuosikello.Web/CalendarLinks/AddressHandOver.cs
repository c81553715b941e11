using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>
/// The secrets of new links on their way from the answer to the form, which is a redirect, to the page that shows them: once, to the member who made
/// the link, within minutes, and in this server's memory alone. One that is lost on the way costs a link that is revoked and made anew.
/// </summary>
public sealed class AddressHandOver(IClock clock)
{
    /// <summary>More than are ever under way; when there are more, the oldest go.</summary>
    public const int Most = 1000;

    public static readonly Duration Longest = Duration.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(MemberId, CalendarLinkId), (string Secret, Instant Until)> _waiting = [];

    public void Put(MemberId owner, CalendarLinkId link, string secret)
    {
        var now = clock.GetCurrentInstant();
        lock (_gate)
        {
            while (_waiting.Count > 0 && (_waiting.Count >= Most || _waiting.GetAt(0).Value.Until <= now)) _waiting.RemoveAt(0);
            _waiting.Remove((owner, link));
            _waiting.Add((owner, link), (secret, now + Longest));
        }
    }

    /// <returns>Null when it was taken, came from another server, or waited too long.</returns>
    public string? Take(MemberId owner, CalendarLinkId link)
    {
        lock (_gate) return _waiting.Remove((owner, link), out var held) && clock.GetCurrentInstant() < held.Until ? held.Secret : null;
    }
}
