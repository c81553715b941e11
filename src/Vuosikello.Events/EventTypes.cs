using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Vuosikello.Domain;
using Vuosikello.Events.Json;

namespace Vuosikello.Events;

/// <summary>
/// The stored name of each event. A name never changes and its JSON is fixed by a golden file: an event that needs another
/// shape gets the next version here, and an upcaster from the one before.
/// </summary>
public static partial class EventTypes
{
    /// <summary>Partnerships, years and activities; later aggregates have a part of their own, such as <c>EventTypes.Agreements.cs</c>.</summary>
    private static readonly EventType[] Planning =
    [
        Named("partnership-founded.v1", EventJson.Default.PartnershipFounded),
        Named("partnership-renamed.v1", EventJson.Default.PartnershipRenamed),
        Named("area-added.v1", EventJson.Default.AreaAdded),
        Named("area-redrawn.v1", EventJson.Default.AreaRedrawn),
        Named("area-removed.v1", EventJson.Default.AreaRemoved),
        Named("theme-added.v1", EventJson.Default.ThemeAdded),
        Named("theme-renamed.v1", EventJson.Default.ThemeRenamed),
        Named("theme-removed.v1", EventJson.Default.ThemeRemoved),
        Named("partner-joined.v2", EventJson.Default.PartnerJoined),
        Named("partner-card-changed.v2", EventJson.Default.PartnerCardChanged),
        Named("partner-card-confirmed.v1", EventJson.Default.PartnerCardConfirmed),
        Named("partners-asked-to-confirm.v1", EventJson.Default.PartnersAskedToConfirm),
        Named("partner-left.v1", EventJson.Default.PartnerLeft),
        Named("working-group-formed.v1", EventJson.Default.WorkingGroupFormed),
        Named("working-group-changed.v1", EventJson.Default.WorkingGroupChanged),
        Named("working-group-dissolved.v1", EventJson.Default.WorkingGroupDissolved),

        Named("cycle-drafted.v1", EventJson.Default.CycleDrafted),
        Named("cycle-emphasis-set.v1", EventJson.Default.CycleEmphasisSet),
        Named("cycle-opened-for-comments.v1", EventJson.Default.CycleOpenedForComments),
        Named("cycle-returned-to-draft.v1", EventJson.Default.CycleReturnedToDraft),
        Named("cycle-adopted.v1", EventJson.Default.CycleAdopted),
        Named("cycle-closed.v1", EventJson.Default.CycleClosed),
        Named("cycle-reopened.v1", EventJson.Default.CycleReopened),
        Named("cycle-rolled-forward.v1", EventJson.Default.CycleRolledForward),

        Named("activity-planned.v1", EventJson.Default.ActivityPlanned),
        Named("activity-retitled.v1", EventJson.Default.ActivityRetitled),
        Named("activity-rescheduled.v1", EventJson.Default.ActivityRescheduled),
        Named("activity-described.v1", EventJson.Default.ActivityDescribed),
        Named("activity-areas-chosen.v1", EventJson.Default.ActivityAreasChosen),
        Named("activity-themes-chosen.v1", EventJson.Default.ActivityThemesChosen),
        Named("activity-responsibility-assigned.v1", EventJson.Default.ActivityResponsibilityAssigned),
        Named("activity-participants-chosen.v1", EventJson.Default.ActivityParticipantsChosen),
        Named("activity-relocated.v1", EventJson.Default.ActivityRelocated),
        Named("activity-moved-into-premises.v1", EventJson.Default.ActivityMovedIntoPremises),
        Named("activity-agenda-set.v1", EventJson.Default.ActivityAgendaSet),
        Named("activity-registration-arranged.v1", EventJson.Default.ActivityRegistrationArranged),
        Named("activity-confirmed.v1", EventJson.Default.ActivityConfirmed),
        Named("activity-returned-to-proposal.v1", EventJson.Default.ActivityReturnedToProposal),
        Named("activity-cancelled.v1", EventJson.Default.ActivityCancelled),
        Named("activity-reinstated.v1", EventJson.Default.ActivityReinstated),
        Named("activity-held.v2", EventJson.Default.ActivityHeld),
        Named("activity-holding-revoked.v1", EventJson.Default.ActivityHoldingRevoked),
        Named("activity-withdrawn.v1", EventJson.Default.ActivityWithdrawn),
    ];

    private static readonly EventType[] Table = [.. Planning, .. WorkingRules, .. Agreements, .. CommentRounds, .. SteeringReviews, .. CalendarLinks, .. Memberships, .. Registers];

    private static readonly FrozenDictionary<Type, EventType> ByType = Table.ToFrozenDictionary(t => t.Type);
    private static readonly FrozenDictionary<string, EventType> ByName = Table.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>Every event there is, with the name that new ones are stored under.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = Table.ToFrozenDictionary(t => t.Name, t => t.Type, StringComparer.Ordinal);

    /// <summary>The stored name of an event.</summary>
    public static string NameOf(IEvent e) => Of(e).Name;

    internal static EventType Of(IEvent e) =>
        ByType.TryGetValue(e.GetType(), out var type)
            ? type
            : throw new ArgumentException($"{e.GetType()} has no stored name: add it to {nameof(EventTypes)}, with a golden file.", nameof(e));

    internal static bool TryGet(string name, [NotNullWhen(true)] out EventType? type) => ByName.TryGetValue(name, out type);

    private static EventType Named<T>(string name, JsonTypeInfo<T> json) where T : IEvent => new(name, typeof(T), StrictJson.Of(json));
}

/// <summary>An event's stored name, its record, and how that is written as JSON.</summary>
internal sealed record EventType(string Name, Type Type, JsonTypeInfo Json);
