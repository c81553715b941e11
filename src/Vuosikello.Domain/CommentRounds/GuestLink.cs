using NodaTime;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>A link by which an organisation without an account gives its statement in a round, once.</summary>
/// <param name="Partner">Whose statement it is for.</param>
/// <param name="SecretHash">SHA-256 of its secret part, lower-case hexadecimal.</param>
/// <param name="Guest">Who whoever has the link acts as; see <see cref="GuestOf"/>.</param>
/// <param name="Made">Who made it, when.</param>
/// <param name="IsUsed">A statement was sent by it: it opens what was sent and takes nothing more.</param>
/// <param name="IsRevoked">It was taken back, for good.</param>
public sealed record GuestLink(GuestLinkId Id, PartnerId Partner, string SecretHash, MemberId Guest, Stamp Made, bool IsUsed = false, bool IsRevoked = false)
{
    private static readonly Guid Guests = new("4f0c7a52-8c7e-4e55-9d43-6a0f2f1b7c38");

    /// <summary>
    /// Who acts by a link. It follows from the link by a hash, so that nobody who chooses a link's id chooses a person with it; no account has it and
    /// nobody can sign in as it.
    /// </summary>
    public static MemberId GuestOf(RoundId round, GuestLinkId link) => new(DeterministicGuid.Create(Guests, $"{round}\n{link}"));

    /// <summary>
    /// Whether a guest may write and send a partner's statement: the one rule, for whoever has read these from the log and for the views. A link is for
    /// an organisation without an account: as soon as somebody holds a role for it, it speaks through them.
    /// </summary>
    /// <param name="round">Null when there is none.</param>
    /// <param name="partnership">The round's; null when there is none.</param>
    /// <param name="members">Of the partnership; null when nobody was ever invited or given a role.</param>
    /// <param name="now">When it is wanted, UTC: the link ends with the round, or with the leave to state late.</param>
    public static bool MayState(MemberId guest, PartnerId partner, CommentRound? round, Partnership? partnership, MemberList? members, Instant now) =>
        round?.GuestLinks.FirstOrDefault(link => link.Guest == guest) is { IsUsed: false, IsRevoked: false } found && found.Partner == partner
        && round.IsInvited(partner) && round.TakesStatementOf(partner, now)
        && partnership?.Partners.ContainsKey(partner.Value) == true && members?.Represents(partner) != true;
}
