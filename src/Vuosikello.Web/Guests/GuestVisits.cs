using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Rounds;
using Vuosikello.Web.Safety;

namespace Vuosikello.Web.Guests;

/// <summary>What a guest link opens.</summary>
/// <param name="Context">The round as the guest stands to it.</param>
/// <param name="Refusal">Why nothing can be written; null when it can, and once the statement was sent.</param>
public sealed record GuestVisit(RoundContext Context, GuestLink Link, Problem? Refusal)
{
    /// <summary>Whether the statement can be written and sent.</summary>
    public bool IsOpen => Refusal is null && !Link.IsUsed;

    /// <summary>What was sent by this very link, and not replaced since by the organisation's own people or another link.</summary>
    public SentStatement? Sent => Context.Round.StatementOf(Link.Partner)?.Sent is { } sent && sent.Stamp.By == Link.Guest ? sent : null;
}

/// <summary>Finds what a guest link opens. Looking changes nothing: mail scanners open links.</summary>
public sealed class GuestVisits(IPartnershipViews partnerships, IRoundViews rounds, IMembershipViews memberships, IClock clock)
{
    /// <returns>Null where there is no such link, for whatever reason: whoever guesses learns nothing, not even whether there is such a round.</returns>
    public GuestVisit? Find(string partnership, string round, HttpContext http)
    {
        var id = new RoundId(new(partnership), round);
        string secret = HiddenEnding.SecretOf(http), hash = Secrets.HashOf(secret);
        if (partnerships.Find(id.Partnership) is not { } found || rounds.Find(id) is not { } view) return null;
        if (view.State.GuestLinks.FirstOrDefault(made => made.SecretHash == hash) is not { IsRevoked: false } link) return null;
        if (!found.State.Partners.ContainsKey(link.Partner.Value)) return null;
        var context = new RoundContext(found, view, Standing.OfGuest(link.Partner), link.Partner, Sight.None) { Guest = new Guest(link, GuestPath.Of(id, secret)) };
        return new(context, link, Refusal(context.Round, link, clock.GetCurrentInstant()));
    }

    /// <summary>By the rule of <see cref="GuestLink.MayState"/>, with its reason.</summary>
    private Problem? Refusal(CommentRound round, GuestLink link, Instant now) => round.Phase switch
    {
        _ when link.IsUsed => null,
        RoundPhase.Cancelled => new Problem(ProblemCodes.RoundIsCancelled),
        _ when memberships.ListOf(round.Id.Partnership)?.Represents(link.Partner) == true => new Problem(ProblemCodes.PartnerHasMembers, "", [link.Partner.Value]),
        RoundPhase.Planned => new Problem(ProblemCodes.RoundNotOpenYet, "", [RoundWords.At(round.Plan.Opens)]),
        _ => round.TakesStatementOf(link.Partner, now) ? null : new Problem(ProblemCodes.RoundIsOver, "", [RoundWords.At(round.EndsFor(link.Partner))]),
    };
}
