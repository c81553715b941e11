using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;

namespace Vuosikello.Web.Forms;

/// <summary>What stands in a form, as typed: a form shown again after a refusal has lost nothing.</summary>
public sealed class FormValues
{
    private readonly ImmutableDictionary<string, StringValues> _values;

    private FormValues(ImmutableDictionary<string, StringValues> values) => _values = values;

    public static FormValues Empty { get; } = new(ImmutableDictionary.Create<string, StringValues>(StringComparer.Ordinal));

    public static FormValues Of(IEnumerable<KeyValuePair<string, StringValues>> posted) => new(Empty._values.SetItems(posted));

    /// <summary>The (first) value; empty when there is none.</summary>
    public string this[string name] => _values.TryGetValue(name, out var found) && found.Count > 0 ? found[0] ?? "" : "";

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var found) ? [.. found.Select(v => v ?? "")] : [];

    /// <summary>All there is, by names.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Everything => _values.OrderBy(v => v.Key, StringComparer.Ordinal);

    public bool Has(string name, string value) => _values.TryGetValue(name, out var found) && found.Contains(value);

    public FormValues With(string name, string? value) =>
        new(string.IsNullOrEmpty(value) ? _values.Remove(name) : _values.SetItem(name, value));

    public FormValues With(string name, IEnumerable<string> values) => new(_values.SetItem(name, new StringValues([.. values])));

    /// <summary>The same form with one field's inputs as they stand in <paramref name="other"/>.</summary>
    /// <param name="field">Its inputs are named so, or so with a dot and more.</param>
    public FormValues WithFieldOf(FormValues other, string field) => new(_values
        .RemoveRange(_values.Keys.Where(name => Belongs(name, field)))
        .AddRange(other._values.Where(v => Belongs(v.Key, field))));

    private static bool Belongs(string name, string field) =>
        name.StartsWith(field, StringComparison.Ordinal) && (name.Length == field.Length || name[field.Length] == '.');
}
