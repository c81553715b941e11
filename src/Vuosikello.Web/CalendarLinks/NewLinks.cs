using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.CalendarLinks;

/// <summary>A link that is to be made, with the secret that nothing but the answer to its making may tell.</summary>
public sealed record NewLink(CreateCalendarLink Command, string Secret);

/// <summary>Makes secrets, and tells the address of a link to whoever made it, once.</summary>
public sealed class NewLinks(INewSecrets secrets, ICalendarLinkViews links, FeedSettings settings, IConfiguration configuration)
{
    public NewLink Of(CalendarLinkId id, CalendarLinkKind kind, string name)
    {
        string secret = secrets.Next();
        return new(new(id, kind, name, Secrets.HashOf(secret)), secret);
    }

    /// <summary>The whole address; null when the command had been carried out before, with another secret that nobody knows any more.</summary>
    public string? AddressOf(NewLink link, Outcome.Done done, HttpRequest request)
    {
        // A repeated one may still be the first: its answer from the store was lost, and it was sent again.
        bool isThis = !done.Repeated || links.FindByToken(link.Command.TokenHash)?.Id == link.Command.Link;
        return isThis ? FeedHost.Of(request, configuration, settings).Full(SecretPath.Of(link.Secret)) : null;
    }
}
