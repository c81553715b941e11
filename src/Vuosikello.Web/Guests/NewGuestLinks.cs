using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Feeds;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Guests;

/// <summary>A guest link that is to be made, with the secret that nothing but the answer to its making may tell.</summary>
public sealed record NewGuestLink(MakeGuestLink Command, string Secret);

/// <summary>Makes the secrets of guest links, and tells the address of one to whoever made it, once.</summary>
public sealed class NewGuestLinks(INewSecrets secrets, IRoundViews rounds, FeedSettings settings, IConfiguration configuration)
{
    public NewGuestLink Of(RoundId round, GuestLinkId id, PartnerId partner)
    {
        string secret = secrets.Next();
        return new(new(round, id, partner, Secrets.HashOf(secret)), secret);
    }

    /// <summary>The whole address; null when the command had been carried out before, with another secret that nobody knows any more.</summary>
    public string? AddressOf(NewGuestLink link, Outcome.Done done, HttpRequest request)
    {
        var command = link.Command;
        // A repeated one may still be the first: its answer from the store was lost, and it was sent again.
        bool isThis = !done.Repeated || rounds.Find(command.Round)?.State.Find(command.Link)?.SecretHash == command.SecretHash;
        return isThis ? FeedHost.Of(request, configuration, settings).Full(GuestPath.Of(command.Round, link.Secret)) : null;
    }
}
