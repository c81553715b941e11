using System.Text.Json;
using Vuosikello.Events.Json;

namespace Vuosikello.Projections.Snapshots;

/// <summary>States of which there are few are kept in a snapshot as JSON: the domain's, without what a state derives.</summary>
internal static class SnapshotJson
{
    private static readonly JsonSerializerOptions Options = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="InvalidDataException">There is nothing.</exception>
    public static T Read<T>(string? json) where T : class =>
        JsonSerializer.Deserialize<T>(json ?? "null", Options) ?? throw new InvalidDataException("a part of it is empty");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        DomainJson.Configure(options);
        options.IgnoreReadOnlyProperties = true;
        // what is null is not written, and a state has parts that may be null without saying so by a default
        options.RespectRequiredConstructorParameters = false;
        return options;
    }
}
