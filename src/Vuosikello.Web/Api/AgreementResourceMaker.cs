using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;

namespace Vuosikello.Web.Api;

/// <summary>From the view of agreements to what the API shows.</summary>
public sealed class AgreementResourceMaker(ResourceMaker stamps)
{
    /// <summary>True when there is something of it that such a reader may see: members all, the public what is or was in force.</summary>
    public static bool IsShown(Agreement agreement, bool toMember) => toMember || agreement.InForce is not null;

    /// <summary>The same of one version.</summary>
    public static bool IsShown(AgreementVersion version, bool toMember) => toMember || version.InForceFrom is not null;

    public static AgreementItem Item(Agreement agreement, bool toMember)
    {
        var content = agreement.Current?.Content ?? agreement.Draft;
        return new(
            agreement.Id, content.Title, content.Kind, content.Under, content.Parties, agreement.Standing, toMember ? agreement.Stage : null,
            agreement.InForce, agreement.LastDay, agreement.Version);
    }

    public AgreementResource Of(AggregateView<Agreement> view, bool toMember)
    {
        var agreement = view.State;
        return new(
            Item(agreement, toMember), toMember && agreement.Stage != AgreementStage.Settled ? agreement.Draft : null, toMember ? agreement.Round : null,
            agreement.Versions.Where(version => IsShown(version, toMember)).Select(version => Of(agreement, version, toMember)),
            agreement.Notice is { } n ? new(n.Party, toMember ? n.Reason : null, n.GivenOn, n.EndsOn, stamps.Of(n.Stamp, toMember)) : null,
            agreement.FellDue, agreement.NextMoment?.At, stamps.Of(view.First, toMember), stamps.Of(view.LastChange, toMember));
    }

    public AgreementVersionResource Of(Agreement agreement, AgreementVersion version, bool toMember) => new(
        version.Number, version.Status, version.Status == VersionStatus.Open ? version.Stage : null, version.Hash,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/api/partnerships/{agreement.Id.Partnership}/agreements/{agreement.Id.Slug}/versions/{version.Number}/text"),
        version.Content, version.Parties,
        version.Approvals.Select(a => new ApprovalResource(a.Party, a.Hash, a.Body, a.MetOn, a.Section, stamps.Of(a.Stamp, toMember))),
        version.Signatures.Select(s => new SignatureResource(s.Party, s.Hash, stamps.Of(s.Stamp, toMember))),
        version.Refusal is { } r ? new(r.Party, r.Hash, r.Reason, stamps.Of(r.Stamp, toMember)) : null,
        version.InForceFrom, stamps.Of(version.Offered, toMember));
}
