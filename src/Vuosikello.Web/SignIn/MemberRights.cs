using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.SignIn;

/// <summary>Which controls to show whom. It asks the pipeline's own table; the pipeline decides by it again when a command comes.</summary>
public sealed class MemberRights(CurrentMember member, IMemberships memberships)
{
    /// <summary>True when the signed-in member may give such a command in the partnership (of activities: to some activity of it).</summary>
    public async ValueTask<bool> May<TCommand>(PartnershipId partnership, CancellationToken ct) where TCommand : ICommand =>
        await Standing(partnership, ct) is { } standing && Rights.Check(typeof(TCommand), standing) is null;

    /// <summary>The member's standing, for asking the table about several commands; null for the public.</summary>
    public async ValueTask<Standing?> Standing(PartnershipId partnership, CancellationToken ct) =>
        member.Id is { } id ? await Commands.Standing.Of(new Stamp(default, id, member.For, default(Instant)), partnership, memberships, ct) : null;

    public static bool May<TCommand>(Standing? standing, Activity activity) where TCommand : ICommand =>
        standing is { } known && Rights.Check(typeof(TCommand), known, activity) is null;
}
