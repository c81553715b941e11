using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vuosikello.Commands.Import;

/// <summary>
/// How import files are read: JSON with comments and commas at the end, as people write it, and otherwise strictly. A field that there is not is a
/// mistake that somebody made, and is told with line and path.
/// </summary>
internal static class ImportFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new LocalTextReader(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="JsonException">The file is not JSON, or has a field that there is not; with line and path.</exception>
    public static TFile Read<TFile>(ReadOnlySpan<byte> json) where TFile : class =>
        JsonSerializer.Deserialize<TFile>(json, Options) ?? throw new JsonException("The file is empty.", "$", 0, 0);
}
