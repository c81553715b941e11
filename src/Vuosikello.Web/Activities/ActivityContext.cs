using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Activities;

/// <summary>Where a request about activities is: the partnership, its year, the activity, and what the member may do there.</summary>
/// <param name="IsMember">True for the circle of members: who did what is told to them and not to the public.</param>
public sealed record ActivityContext(PartnershipView Partnership, CycleView Cycle, ActivityView? Activity, Standing? Standing, bool IsMember)
{
    public CycleId Id => Cycle.State.Id;
    public PartnershipId PartnershipId => Partnership.Id;
}

/// <summary>Finds an <see cref="ActivityContext"/> by an address.</summary>
public sealed class ActivityContexts(IPartnershipViews partnerships, IBoardViews boards, MemberRights rights, Circle circle, CurrentMember member)
{
    /// <returns>Null when there is no such partnership or year, or the activity is not in it.</returns>
    /// <param name="partnership">As in the address.</param>
    /// <param name="year">As in the address.</param>
    /// <param name="activity">As in the address; null for a page about none.</param>
    /// <param name="ct">Cancels the look-up of rights.</param>
    public async ValueTask<ActivityContext?> Find(string partnership, int year, Guid? activity, CancellationToken ct)
    {
        var cycle = new CycleId(new PartnershipId(partnership), year);
        if (partnerships.Find(cycle.Partnership) is not { } found || found.Years.FirstOrDefault(y => y.Year == year) is not { } view) return null;
        ActivityView? shown = null;
        if (activity is { } id)
        {
            shown = boards.FindActivity(new ActivityId(id));
            if (shown is null || shown.State.Cycle != cycle) return null;
        }
        return new(found, view, shown, await rights.Standing(cycle.Partnership, ct), await circle.IsMember(member.Id, cycle.Partnership, ct));
    }

    /// <returns>An activity of the year that was withdrawn, as it was then, with its partnership; null when there is none at the address.</returns>
    public (PartnershipView Partnership, ActivityView Activity)? FindWithdrawn(string partnership, int year, Guid activity)
    {
        var cycle = new CycleId(new PartnershipId(partnership), year);
        return partnerships.Find(cycle.Partnership) is { } found && boards.Find(cycle)?.Withdrawn.FirstOrDefault(gone => gone.Id == new ActivityId(activity)) is { } withdrawn
            ? (found, withdrawn) : null;
    }
}
