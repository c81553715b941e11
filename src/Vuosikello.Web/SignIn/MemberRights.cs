using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Memberships;

namespace Vuosikello.Web.SignIn;

/// <summary>Which controls to show whom. It asks the pipeline's own table; the pipeline decides by it again when a command comes.</summary>
public sealed class MemberRights(CurrentMember member, IMembershipViews memberships)
{
    /// <summary>True when the signed-in member may give such a command in the partnership (of activities: to some activity of it).</summary>
    public ValueTask<bool> May<TCommand>(PartnershipId partnership, CancellationToken ct) where TCommand : ICommand =>
        ValueTask.FromResult(StandingIn(partnership) is { } standing && Rights.Check(typeof(TCommand), standing) is null);

    /// <summary>The member's standing, for asking the table about several commands; null for the public.</summary>
    public ValueTask<Standing?> Standing(PartnershipId partnership, CancellationToken ct) => ValueTask.FromResult(StandingIn(partnership));

    /// <summary>True when the signed-in member is an administrator of the server.</summary>
    public bool IsAdministrator => member.Id is { } id && memberships.IsAdministrator(id);

    public static bool May<TCommand>(Standing? standing, Activity activity) where TCommand : ICommand =>
        standing is { } known && Rights.Check(typeof(TCommand), known, activity) is null;

    private Standing? StandingIn(PartnershipId partnership) =>
        member.Id is { } id ? Commands.Standing.Of(id, member.For, partnership, memberships.Of(id, partnership)) : null;
}
