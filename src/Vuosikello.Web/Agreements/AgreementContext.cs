using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Agreements;

/// <summary>Where a request about an agreement is, and what the member may do there.</summary>
/// <param name="IsMember">True for the partnership's members: drafts, and who signed, are told to them and not to the public.</param>
public sealed record AgreementContext(PartnershipView Partnership, AggregateView<Agreement> View, Standing? Standing, bool IsMember)
{
    public Agreement Agreement => View.State;
    public AgreementId Id => Agreement.Id;

    /// <summary>The organisation that the member acts for.</summary>
    public PartnerId? For => Standing?.For;

    /// <summary>What is being written or lies before the parties, for those who may see it.</summary>
    public bool HasPending => IsMember && Agreement.Stage != AgreementStage.Settled;

    /// <summary>The pipeline's own answer to whether the member may give such a command here.</summary>
    public bool May<TCommand>() where TCommand : IAgreementCommand =>
        Standing is { } standing && Rights.Check(typeof(TCommand), standing, Agreement) is null;

    /// <summary>A version, when the reader may see it: members every one, the public those that are or were in force.</summary>
    public AgreementVersion? Version(int number) =>
        Agreement.Versions.FirstOrDefault(v => v.Number == number && (IsMember || v.InForceFrom is not null));
}

/// <summary>Finds an <see cref="AgreementContext"/> by an address.</summary>
public sealed class AgreementContexts(IPartnershipViews partnerships, IAgreementViews agreements, MemberRights rights, Circle circle, CurrentMember member)
{
    /// <returns>Null when there is no such agreement, or nothing of it that the public may see.</returns>
    /// <param name="partnership">As in the address.</param>
    /// <param name="agreement">As in the address.</param>
    /// <param name="ct">Cancels the look-up of rights.</param>
    public async ValueTask<AgreementContext?> Find(string partnership, string agreement, CancellationToken ct)
    {
        var id = new AgreementId(new PartnershipId(partnership), agreement);
        if (partnerships.Find(id.Partnership) is not { } found || agreements.Find(id) is not { } view) return null;
        bool isMember = await circle.IsMember(member.Id, id.Partnership, ct);
        return isMember || view.State.Current is not null
            ? new(found, view, await rights.Standing(id.Partnership, ct), isMember)
            : null;
    }
}
