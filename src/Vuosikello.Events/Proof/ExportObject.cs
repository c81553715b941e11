using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Vuosikello.Events.Proof;

/// <summary>An object of an export that has just the properties it must have.</summary>
internal sealed class ExportObject
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly string _where;

    /// <param name="where">What it is, as messages call it.</param>
    /// <exception cref="UnreadableExportException">A property is missing, is there twice, or is not of the format.</exception>
    public ExportObject(JsonElement element, string where, params ReadOnlySpan<string> names)
    {
        _where = where;
        if (element.ValueKind != JsonValueKind.Object) throw new UnreadableExportException($"{where} is not an object");
        foreach (var property in element.EnumerateObject())
        {
            string name = property.Name;
            if (!names.Contains(name)) throw new UnreadableExportException($"{where} has a property '{name}', which is not of this format");
            if (!_properties.TryAdd(name, property.Value)) throw new UnreadableExportException($"{where} has its '{name}' twice");
        }
        foreach (string name in names)
            if (!_properties.ContainsKey(name)) throw new UnreadableExportException($"{where} has no '{name}'");
    }

    public JsonElement this[string name] => _properties[name];

    public string Text(string name) => this[name].ValueKind == JsonValueKind.String ? this[name].GetString()! : throw Not(name, "a text");

    public long Number(string name) =>
        this[name].ValueKind == JsonValueKind.Number && this[name].TryGetInt64(out long number) ? number : throw Not(name, "a whole number");

    public Guid Guid(string name) => System.Guid.TryParseExact(Text(name), "D", out var id) && id.ToString("D") == Text(name) ? id : throw Not(name, "an id");

    public EventHash Hash(string name) => EventHash.TryParse(Text(name), out var hash) && hash.ToString() == Text(name) ? hash : throw Not(name, "a hash of 64 lower-case hexadecimal digits");

    public Instant Time(string name) => InstantPattern.ExtendedIso.Parse(Text(name)) is { Success: true, Value: var time } ? time : throw Not(name, "a time in UTC");

    public IEnumerable<JsonElement> Items(string name) => this[name].ValueKind == JsonValueKind.Array ? this[name].EnumerateArray() : throw Not(name, "a list");

    private UnreadableExportException Not(string name, string kind) => new($"the '{name}' of {_where} is not {kind}");
}
