using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Vuosikello.Domain;

namespace Vuosikello.Events.Json;

/// <summary>The JSON of the domain's values as events have it, for whoever else speaks it (the API).</summary>
public static class DomainJson
{
    /// <summary>camelCase, no nulls written, ids and dates as plain strings, enums in kebab-case, nothing required left out.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        foreach (JsonConverter converter in (JsonConverter[])
        [
            new PartnershipIdConverter(), new AreaIdConverter(), new ThemeIdConverter(), new PartnerIdConverter(), new WorkingGroupIdConverter(),
            new CycleIdConverter(), new ActivityIdConverter(), new MemberIdConverter(),
            new LocalTextConverter(), new LocalTimeConverter(), new ActivityTimeConverter(), new RegistrationDeadlineConverter(),
            new ValueListConverter<string>(), new ValueListConverter<AreaId>(), new ValueListConverter<ThemeId>(), new ValueListConverter<PartnerId>(),
            new ValueListConverter<ActivityId>(), new ValueListConverter<Domain.Activities.AgendaRow>(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        ])
            options.Converters.Add(converter);
    }
}
