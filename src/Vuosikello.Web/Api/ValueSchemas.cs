using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Api;

/// <summary>Schemas and examples of the values that have a JSON form of their own.</summary>
internal static class ValueSchemas
{
    private static readonly Dictionary<Type, (JsonSchemaType Type, string Description, string Example)> Known = new()
    {
        [typeof(LocalText)] = (JsonSchemaType.Object, "A text in any of fi, sv, en.", """{"fi":"Kumppanuusfoorumi","en":"Partnership forum"}"""),
        [typeof(ActivityTime)] = (JsonSchemaType.Object,
            "By its kind, which comes first. exact: start and end (local time, ISO 8601) and zone (a TZDB id). days: first and last date, both included. "
            + "months: first and last month (2026-06), both included. recurring: of (the first occurrence, exact or days), rule (frequency, interval, until, weekdays, "
            + "monthDay or monthWeek with monthWeekday) and exceptions (starting dates).",
            """{"kind":"exact","start":"2026-03-24T16:00:00","end":"2026-03-24T19:00:00","zone":"Europe/Helsinki"}"""),
        [typeof(RegistrationDeadline)] = (JsonSchemaType.Object, "The last day to register: kind on with a date, or kind before with days before the start.", """{"kind":"before","days":7}"""),
        [typeof(LocalTime)] = (JsonSchemaType.String, "A time of day, ISO 8601.", "\"16:10:00\""),
        [typeof(PartnershipId)] = (JsonSchemaType.String, "A short name.", "\"kuuma-seutu\""),
        [typeof(AreaId)] = (JsonSchemaType.String, "A short name.", "\"nurmijarvi\""),
        [typeof(ThemeId)] = (JsonSchemaType.String, "A short name.", "\"vapaaehtoistoiminta\""),
        [typeof(PartnerId)] = (JsonSchemaType.String, "A short name.", "\"tuusula\""),
        [typeof(WorkingGroupId)] = (JsonSchemaType.String, "A short name.", "\"terveys\""),
        [typeof(ActivityId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\""),
        [typeof(MemberId)] = (JsonSchemaType.String, "A UUID.", "\"6f9619ff-8b86-4d01-b42d-00cf4fc96400\""),
    };

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Known.TryGetValue(type, out var known))
        {
            schema.Type = known.Type;
            schema.Description ??= known.Description;
            schema.Examples = [JsonNode.Parse(known.Example)!];
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = Item(type.GetGenericArguments()[0]);
        }
        return Task.CompletedTask;
    }

    private static OpenApiSchema Item(Type type)
    {
        if (Known.TryGetValue(type, out var known)) return new() { Type = known.Type, Description = known.Description, Examples = [JsonNode.Parse(known.Example)!] };
        if (type == typeof(string)) return new() { Type = JsonSchemaType.String };
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = "A row of the programme: start (local time) and title.",
            Examples = [JsonNode.Parse("""{"start":"16:10:00","title":{"fi":"kyselyjen tulokset"}}""")!],
        };
    }
}
