using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.History;

namespace Vuosikello.Web.Reviews;

/// <summary>Which of the things that remarks are tied to a reader is told of.</summary>
public sealed class ToldSubjects(IHistory history, IAgreementViews agreements)
{
    /// <summary>The public is told of public events, and of versions that are or were in force.</summary>
    public bool Tells(RemarkSubject subject, PartnershipId partnership, bool toMember) => toMember || subject switch
    {
        { Event: { } number } => history.Find(partnership, RemarkSubjects.StreamOf(subject), number, toMember) is not null,
        { Kind: SubjectKind.WorkingRules, Version: not null } => true,
        { Kind: SubjectKind.Agreement, Version: { } version } => WasInForce(subject, version),
        _ => false,
    };

    private bool WasInForce(RemarkSubject subject, string version) =>
        Streams.IsOf(RemarkSubjects.StreamOf(subject), out AgreementId agreement) && agreements.Find(agreement) is { } view
        && view.State.Versions.Any(v => v.InForceFrom is not null && v.Number.ToString(CultureInfo.InvariantCulture) == version);
}
