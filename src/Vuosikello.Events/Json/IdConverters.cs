using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vuosikello.Domain;

namespace Vuosikello.Events.Json;

/// <summary>An id as a plain string.</summary>
internal abstract class IdConverter<T>(Func<string, T> from, Func<T, string> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        from(reader.GetShortName() ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(to(value));
}

internal sealed class PartnershipIdConverter() : IdConverter<PartnershipId>(v => new(v), id => id.Value);

internal sealed class AreaIdConverter() : IdConverter<AreaId>(v => new(v), id => id.Value);

internal sealed class ThemeIdConverter() : IdConverter<ThemeId>(v => new(v), id => id.Value);

internal sealed class PartnerIdConverter() : IdConverter<PartnerId>(v => new(v), id => id.Value);

internal sealed class WorkingGroupIdConverter() : IdConverter<WorkingGroupId>(v => new(v), id => id.Value);

internal sealed class PremisesIdConverter() : IdConverter<PremisesId>(v => new(v), id => id.Value);

internal sealed class HeadingIdConverter() : IdConverter<HeadingId>(v => new(v), id => id.Value);

/// <summary>The partnership, a slash, and a short name.</summary>
internal abstract class PartIdConverter<T>(Func<PartnershipId, string, T> from, Func<T, string> to) : IdConverter<T>(value => Parse(value, from), to)
{
    private static T Parse(string value, Func<PartnershipId, string, T> from)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < value.Length - 1
            ? from(new PartnershipId(value[..slash]), value[(slash + 1)..])
            : throw new JsonException($"'{value}' is not a partnership and a short name");
    }
}

internal sealed class AgreementIdConverter() : PartIdConverter<AgreementId>((p, s) => new(p, s), id => id.ToString());

internal sealed class RoundIdConverter() : PartIdConverter<RoundId>((p, s) => new(p, s), id => id.ToString());

internal sealed class ReviewIdConverter() : PartIdConverter<ReviewId>((p, s) => new(p, s), id => id.ToString());

/// <summary>The partnership, a slash, and a UUID.</summary>
internal sealed class CalendarLinkIdConverter() : PartIdConverter<CalendarLinkId>(
    (partnership, id) => Guid.TryParseExact(id, "D", out var value) ? new(partnership, value) : throw new JsonException($"'{id}' is not a UUID"), id => id.ToString());

/// <summary>The partnership, a hyphen, and the year in four digits.</summary>
internal sealed class CycleIdConverter() : IdConverter<CycleId>(From, id => id.ToString())
{
    private static CycleId From(string value) =>
        value.Length > 5 && value[^5] == '-' && int.TryParse(value.AsSpan(value.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? new CycleId(new PartnershipId(value[..^5]), year)
            : throw new JsonException($"'{value}' is not a partnership and a year");
}

/// <summary>An id that is a UUID.</summary>
internal abstract class GuidIdConverter<T>(Func<Guid, T> from, Func<T, Guid> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => from(reader.GetGuid());
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(to(value));
}

internal sealed class ActivityIdConverter() : GuidIdConverter<ActivityId>(v => new(v), id => id.Value);

internal sealed class MemberIdConverter() : GuidIdConverter<MemberId>(v => new(v), id => id.Value);

internal sealed class InvitationIdConverter() : GuidIdConverter<InvitationId>(v => new(v), id => id.Value);

internal sealed class ContactIdConverter() : GuidIdConverter<ContactId>(v => new(v), id => id.Value);

internal sealed class GuestLinkIdConverter() : GuidIdConverter<GuestLinkId>(v => new(v), id => id.Value);

internal sealed class ClauseIdConverter() : GuidIdConverter<ClauseId>(v => new(v), id => id.Value);

internal sealed class ProposalIdConverter() : GuidIdConverter<ProposalId>(v => new(v), id => id.Value);

internal sealed class CommitmentIdConverter() : GuidIdConverter<CommitmentId>(v => new(v), id => id.Value);

internal sealed class CommandIdConverter() : GuidIdConverter<CommandId>(v => new(v), id => id.Value);
