using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Web.Agreements;

namespace Vuosikello.Web.Reviews;

/// <summary>Which of the things that remarks are tied to a reader is told of.</summary>
public sealed class ToldSubjects(IHistory history, SeenAgreements agreements)
{
    /// <summary>Everybody is told of public events, and of versions that are or were in force; of the rest who is told of it in the history.</summary>
    public bool Tells(RemarkSubject subject, PartnershipId partnership, Listener to) => subject switch
    {
        { Event: { } number } => history.Find(partnership, RemarkSubjects.StreamOf(subject), number, to) is not null,
        { Kind: SubjectKind.WorkingRules, Version: not null } => true,
        { Kind: SubjectKind.Agreement, Version: { } version } => IsSeen(subject, version, to.Sight),
        _ => to.IsMember && (subject.Kind is not (SubjectKind.Agreement or SubjectKind.CommentRound) || to.Sight.IsOfAll),
    };

    private bool IsSeen(RemarkSubject subject, string version, Sight sight) =>
        Streams.IsOf(RemarkSubjects.StreamOf(subject), out AgreementId agreement) && agreements.Find(agreement, sight) is { } view
        && view.State.Versions.Any(v => (v.InForceFrom is not null || sight.Sees(view.State)) && v.Number.ToString(CultureInfo.InvariantCulture) == version);
}
