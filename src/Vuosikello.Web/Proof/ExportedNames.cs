using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Events.Proof;
using Vuosikello.Web.History.Sentences;

namespace Vuosikello.Web.Proof;

/// <summary>
/// What things are called in an export, by its own events: whoever checks a file may have no server that knows more. The file may say anything, so names
/// are cut, and what cannot be read has none.
/// </summary>
internal static class ExportedNames
{
    /// <summary>The title of an agreement, as it was called last; null for others.</summary>
    public static string? TitleOf(ExportedStream? stream)
    {
        foreach (var exported in stream?.Events.Reverse() ?? [])
        {
            var title = !IsAny(exported, typeof(AgreementRetitled), typeof(AgreementDrafted)) ? null : Read(exported) switch
            {
                AgreementRetitled retitled => retitled.Title,
                AgreementDrafted drafted => drafted.Content.Title,
                _ => null,
            };
            if (title is not null) return Telling.Name(title);
        }
        return null;
    }

    /// <summary>The version of an agreement that an event is about, with the party that acted; null for other events.</summary>
    public static (int Number, string? Party)? VersionOf(ExportedStream? stream, long version)
    {
        if (stream?.Events.FirstOrDefault(e => e.Event.Version == version) is not { } exported) return null;
        return Read(exported) switch
        {
            AgreementOffered offered => (offered.Number, null),
            AgreementApproved approved => (approved.Number, Name(stream, approved.Party)),
            AgreementRefused refused => (refused.Number, Name(stream, refused.Party)),
            AgreementSigned signed => (signed.Number, Name(stream, signed.Party)),
            AgreementSignatureWithdrawn withdrawn => (withdrawn.Number, Name(stream, withdrawn.Party)),
            AgreementCameIntoForce inForce => (inForce.Number, null),
            _ => null,
        };
    }

    /// <summary>A party's name as the last frozen version that has it tells it; its short name where none does.</summary>
    public static string Name(ExportedStream? stream, PartnerId party)
    {
        foreach (var exported in stream?.Events.Reverse() ?? [])
        {
            if (IsAny(exported, typeof(AgreementOffered)) && Read(exported) is AgreementOffered offered && offered.Parties.FirstOrDefault(p => p.Id == party) is { } named)
                return Telling.Name(named.Name);
        }
        return party.Value;
    }

    private static bool IsAny(ExportedEvent exported, params ReadOnlySpan<Type> types) => EventTypes.All.TryGetValue(exported.Event.Type, out var type) && types.Contains(type);

    private static IEvent? Read(ExportedEvent exported)
    {
        try
        {
            return EventSerializer.Deserialize(exported.Event).Event;
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }
}
