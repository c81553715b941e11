using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Agreements;

/// <summary>Where a request about an agreement is, and what the member may do there.</summary>
/// <param name="IsMember">True for the partnership's members: who signed is told to them and not to the public.</param>
public sealed record AgreementContext(PartnershipView Partnership, AggregateView<Agreement> View, Standing? Standing, bool IsMember)
{
    public Agreement Agreement => View.State;
    public AgreementId Id => Agreement.Id;

    /// <summary>The organisation that the member acts for.</summary>
    public PartnerId? For => Standing?.For;

    /// <summary>Which drafts and rounds the reader sees.</summary>
    public Sight Sight { get; init; }

    /// <summary>Whether the reader sees what is being written of it, and what came to nothing.</summary>
    public bool SeesDraft => Sight.Sees(Agreement);

    /// <summary>What is being written or lies before the parties; nothing of it is in the agreement of who may not see it.</summary>
    public bool HasPending => Agreement.Stage != AgreementStage.Settled;

    /// <summary>The pipeline's own answer to whether the member may give such a command here.</summary>
    public bool May<TCommand>() where TCommand : IAgreementCommand =>
        Standing is { } standing && Rights.Check(typeof(TCommand), standing, Agreement) is null;

    /// <summary>A version, when the reader may see it: who sees the draft every one, everybody else those that are or were in force.</summary>
    public AgreementVersion? Version(int number) =>
        Agreement.Versions.FirstOrDefault(v => v.Number == number && (SeesDraft || v.InForceFrom is not null));
}

/// <summary>Finds an <see cref="AgreementContext"/> by an address.</summary>
public sealed class AgreementContexts(IPartnershipViews partnerships, SeenAgreements agreements, Circle circle, CurrentMember member)
{
    /// <returns>Null when there is no such agreement, or nothing of it that the reader may see.</returns>
    /// <param name="partnership">As in the address.</param>
    /// <param name="agreement">As in the address.</param>
    /// <param name="ct">Not looked at: views answer at once.</param>
    public ValueTask<AgreementContext?> Find(string partnership, string agreement, CancellationToken ct)
    {
        var id = new AgreementId(new PartnershipId(partnership), agreement);
        var reader = circle.Find(member.Id, member.For, id.Partnership);
        return ValueTask.FromResult(partnerships.Find(id.Partnership) is { } found && agreements.Find(id, reader.Sight) is { } view
            ? new AgreementContext(found, view, reader.Standing, reader.IsMember) { Sight = reader.Sight } : null);
    }
}
