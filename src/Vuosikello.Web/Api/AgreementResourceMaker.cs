using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Api;

/// <summary>From the view of agreements to what the API shows.</summary>
public sealed class AgreementResourceMaker(ResourceMaker stamps, IRoundViews rounds)
{
    /// <summary>Whether a version is shown of an agreement that the reader sees: to who sees its draft each, to everybody else those that are or were in force.</summary>
    public static bool IsShown(AgreementVersion version, bool seesDraft) => seesDraft || version.InForceFrom is not null;

    public static AgreementItem Item(Agreement agreement, bool seesDraft)
    {
        var content = agreement.Current?.Content ?? agreement.Draft;
        return new(
            agreement.Id, content.Title, content.Kind, content.Under, content.Parties, agreement.Standing, seesDraft ? agreement.Stage : null,
            agreement.InForce, agreement.LastDay, agreement.Version);
    }

    /// <param name="reader">Members are told who did what; of drafts it depends on the agreement.</param>
    public AgreementResource Of(AggregateView<Agreement> view, ReaderCircle reader)
    {
        var agreement = view.State;
        var (toMember, seesDraft) = (reader.IsMember, reader.Sight.Sees(agreement));
        return new(
            Item(agreement, seesDraft), seesDraft && agreement.Stage != AgreementStage.Settled ? agreement.Draft : null, seesDraft && agreement.Round is { } round && rounds.Find(round) is { } asked && reader.Sight.Sees(asked.State) ? round : null,
            agreement.Versions.Where(version => IsShown(version, seesDraft)).Select(version => Of(agreement, version, toMember)),
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
