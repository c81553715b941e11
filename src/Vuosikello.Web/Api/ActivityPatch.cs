using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Api;

/// <summary>From a merge patch to the fields of an edit: absent is untouched.</summary>
public static class ActivityPatch
{
    public static ActivityChanges Read(JsonElement body, RequestReader reader)
    {
        if (body.ValueKind != JsonValueKind.Object) throw reader.Unknown("$");
        var changes = new ActivityChanges();
        foreach (var field in body.EnumerateObject()) changes = With(changes, field, reader);
        return changes;
    }

    private static ActivityChanges With(ActivityChanges changes, JsonProperty field, RequestReader reader) => field.Name switch
    {
        ActivityFields.Title => changes with { Title = new(Text(field, reader)) },
        ActivityFields.Time => changes with { Time = new(Required<ActivityTime>(field, reader)) },
        ActivityFields.Description => changes with { Description = new(Text(field, reader)) },
        ActivityFields.Areas => changes with { Areas = new(List<AreaId>(field, reader)) },
        ActivityFields.Themes => changes with { Themes = new(List<ThemeId>(field, reader)) },
        ActivityFields.Responsible => changes with { Responsible = new(Optional<Responsible>(field, reader)) },
        ActivityFields.Participants => changes with { Participants = new(List<PartnerId>(field, reader)) },
        ActivityFields.Venue => changes with { Venue = new(Optional<Venue>(field, reader)) },
        ActivityFields.Agenda => changes with { Agenda = new(List<AgendaRow>(field, reader)) },
        ActivityFields.Registration => changes with { Registration = new(Optional<Registration>(field, reader)) },
        _ => throw reader.Unknown($"$.{field.Name}"),
    };

    private static LocalText Text(JsonProperty field, RequestReader reader) => Optional<LocalText>(field, reader) ?? LocalText.Empty;

    private static ValueList<T> List<T>(JsonProperty field, RequestReader reader) => Optional<ValueList<T>>(field, reader) ?? [];

    private static T Required<T>(JsonProperty field, RequestReader reader) where T : class =>
        Optional<T>(field, reader) ?? throw reader.Unknown($"$.{field.Name}");

    private static T? Optional<T>(JsonProperty field, RequestReader reader) where T : class =>
        field.Value.ValueKind == JsonValueKind.Null ? null : reader.Value<T>(field.Value, $"$.{field.Name}");
}
