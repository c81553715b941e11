using System.Text.Json;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;

namespace Vuosikello.Web.Api;

/// <summary>From a merge patch to the fields of an edit of an agreement: absent is untouched.</summary>
public static class AgreementPatch
{
    public static AgreementChanges Read(JsonElement body, RequestReader reader)
    {
        if (body.ValueKind != JsonValueKind.Object) throw reader.Unknown("$");
        var changes = new AgreementChanges();
        foreach (var field in body.EnumerateObject()) changes = With(changes, field, reader);
        return changes;
    }

    private static AgreementChanges With(AgreementChanges changes, JsonProperty field, RequestReader reader) => field.Name switch
    {
        AgreementFields.Title => changes with { Title = new(Required<LocalText>(field, reader)) },
        AgreementFields.Kind => changes with { Kind = new(Value<AgreementKind>(field, reader) ?? throw reader.Unknown("$.kind")) },
        AgreementFields.Under => changes with { Under = new(Value<AgreementId>(field, reader)) },
        AgreementFields.Parties => changes with { Parties = new(List<PartnerId>(field, reader)) },
        AgreementFields.Term => changes with { Term = new(Required<AgreementTerm>(field, reader)) },
        AgreementFields.Notice => changes with { Notice = new(Optional<NoticePeriod>(field, reader)) },
        AgreementFields.AmendedFrom => changes with { AmendedFrom = new(Value<LocalDate>(field, reader)) },
        AgreementFields.Rules => changes with { Rules = new(List<RulesReference>(field, reader)) },
        AgreementFields.Commitments => changes with { Commitments = new(List<Commitment>(field, reader)) },
        AgreementFields.Attachments => changes with { Attachments = new(List<Attachment>(field, reader)) },
        _ => throw reader.Unknown($"$.{field.Name}"),
    };

    private static ValueList<T> List<T>(JsonProperty field, RequestReader reader) => Optional<ValueList<T>>(field, reader) ?? [];

    private static T Required<T>(JsonProperty field, RequestReader reader) where T : class =>
        Optional<T>(field, reader) ?? throw reader.Unknown($"$.{field.Name}");

    private static T? Optional<T>(JsonProperty field, RequestReader reader) where T : class =>
        field.Value.ValueKind == JsonValueKind.Null ? null : reader.Value<T>(field.Value, $"$.{field.Name}");

    private static T? Value<T>(JsonProperty field, RequestReader reader) where T : struct =>
        field.Value.ValueKind == JsonValueKind.Null ? null : reader.Value<T>(field.Value, $"$.{field.Name}");
}
