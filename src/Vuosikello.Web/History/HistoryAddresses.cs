using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Web.History;

/// <summary>Where histories and single events in them are.</summary>
public static class HistoryAddresses
{
    public static string Of(PartnershipId partnership) => $"/{partnership}/history";

    /// <summary>One event, for ever: the partnership's history from it on, at the event's own anchor.</summary>
    public static string Of(PartnershipId partnership, Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"/{partnership}/history?before={position.Value + 1}#{Anchor(position)}");

    /// <summary>The history of one subject: on its own page where it has one.</summary>
    /// <param name="partnership">The one that it belongs to.</param>
    /// <param name="subject">Its stream.</param>
    public static string Of(PartnershipId partnership, StreamName subject)
    {
        if (Streams.IsOfRules(subject, out _)) return $"/{partnership}/rules/history";
        if (Streams.IsOf(subject, out AgreementId agreement)) return $"/{partnership}/agreements/{agreement.Slug}/history";
        if (Streams.IsOf(subject, out RoundId round)) return $"/{partnership}/rounds/{round.Slug}/history";
        if (Streams.IsOf(subject, out ReviewId review)) return $"/{partnership}/reviews/{review.Slug}/history";
        if (Streams.IsOf(subject, out CycleId cycle)) return $"/{partnership}/{cycle.Year}/history";
        return Streams.IsOf(subject, out ActivityId activity) ? $"/{partnership}/activities/{activity}/history" : $"/{partnership}/history?kind={HistoryKinds.NameOf(SubjectKind.Partnership)}";
    }

    /// <summary>The id of an event's element on the pages that show it.</summary>
    public static string Anchor(Position position) => $"e{position}";
}
