using System.Globalization;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>A link that is to be made, with the secret that nothing but the answer to its making may tell.</summary>
public sealed record NewLink(CreateCalendarLink Command, string Secret);

/// <summary>Makes secrets, and tells the address of a link to whoever made it, once.</summary>
public sealed class NewLinks(INewSecrets secrets, ICalendarLinkViews links, AddressHandOver handOver, FeedSettings settings, IConfiguration configuration)
{
    /// <summary>
    /// How many links a member can have in use in a partnership. Against abuse, and no rule of the domain: each link is a stream of its own, so no
    /// command can count them; of links made in the same moment, one or two may be over it.
    /// </summary>
    public const int MostInUse = 50;

    /// <returns>Why the member can make no more; null when there is room, or the link is there already and its command comes again.</returns>
    public Problem? Refusal(CalendarLinkId link, MemberId owner) =>
        links.Find(link) is null && links.Of(owner, link.Partnership).Count(view => !view.State.IsRevoked) >= MostInUse
            ? new Problem(FormProblems.TooManyCalendarLinks, "", [MostInUse.ToString(CultureInfo.InvariantCulture)])
            : null;

    public NewLink Of(CalendarLinkId id, CalendarLinkKind kind, string name)
    {
        string secret = secrets.Next();
        return new(new(id, kind, name, Secrets.HashOf(secret)), secret);
    }

    /// <summary>The whole address; null when the command had been carried out before, with another secret that nobody knows any more.</summary>
    public string? AddressOf(NewLink link, Outcome.Done done, HttpRequest request) =>
        IsThis(link, done) ? FeedHost.Of(request, configuration, settings).Full(SecretPath.Of(link.Secret)) : null;

    /// <summary>Puts the secret aside for the page that shows it; not when the command had been carried out before, with another one.</summary>
    public void HandOver(HttpContext http, NewLink link, Outcome.Done done, MemberId owner)
    {
        if (IsThis(link, done)) handOver.Put(http, owner, link.Command.Link, link.Secret);
    }

    // A repeated one may still be the first: its answer from the store was lost, and it was sent again.
    private bool IsThis(NewLink link, Outcome.Done done) => !done.Repeated || links.FindByToken(link.Command.TokenHash)?.Id == link.Command.Link;
}
