using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Changes;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Home;

/// <summary>One thing that somebody is to do.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Of">What it is about.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Until">Until when, itself outside, UTC; null when there is no such moment.</param>
/// <param name="Count">How many of them there are; null when it is one thing.</param>
public sealed record Waiting(string What, LocalText Of, string Address, Instant? Until = null, int? Count = null);

/// <summary>What waits for somebody in one partnership.</summary>
/// <param name="Items">What has an end first, soonest first.</param>
/// <param name="Changes">What others changed since the person last looked, counted up to <see cref="ChangesSince.ManyChanges"/>.</param>
public sealed record WaitingIn(PartnershipView Partnership, IReadOnlyList<Waiting> Items, int Changes);

/// <summary>Finds what waits for the signed-in member, in the partnerships of which they are one. It reads views and nothing else.</summary>
public sealed class WaitingFor(
    IPartnershipViews partnerships, WaitingDocuments documents, ChangesSince changes, Circle circle, MemberRights rights, CurrentMember member)
{
    /// <returns>None for the public, and for who is a member nowhere.</returns>
    public async ValueTask<IReadOnlyList<WaitingIn>> Find(CancellationToken ct)
    {
        if (member.Id is not { } id) return [];
        List<WaitingIn> found = [];
        foreach (var partnership in partnerships.All)
        {
            if (!await circle.IsMember(id, partnership.Id, ct) || await rights.Standing(partnership.Id, ct) is not { } standing) continue;
            var items = documents.Of(partnership.Id, standing, id).OrderBy(item => item.Until ?? Instant.MaxValue).ToList();
            found.Add(new(partnership, items, await changes.Count(id, partnership.Id, ct)));
        }
        return found;
    }
}
