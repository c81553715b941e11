using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Guests;

/// <summary>Whoever came by a guest link: no person that the service knows, of one organisation.</summary>
/// <param name="Link">By which link.</param>
/// <param name="Address">The link's path, with its secret.</param>
public sealed record Guest(GuestLink Link, string Address)
{
    /// <summary>The stamp of a command that the guest gives now; see <see cref="CurrentMember.StampFor"/>.</summary>
    /// <param name="chosen">The id that the form was given.</param>
    public Stamp StampFor(Guid chosen, Instant now) => CurrentMember.StampOf(Link.Guest, Link.Partner, chosen, now);
}
