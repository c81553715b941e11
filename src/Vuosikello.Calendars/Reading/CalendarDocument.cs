using System.Collections.Immutable;
using System.Text;

namespace Vuosikello.Calendars.Reading;

/// <summary>A file as it is: components with their properties, all of them, in their order (RFC 5545 section 3.4). A file may hold several VCALENDARs.</summary>
public sealed record CalendarDocument(ImmutableArray<CalendarComponent> Calendars);

/// <summary>A component such as VCALENDAR, VEVENT or VALARM (RFC 5545 section 3.6).</summary>
public sealed class CalendarComponent
{
    private CalendarProperty[] _properties = [];
    private List<CalendarComponent>? _components;

    internal CalendarComponent(string name, int line) => (Name, Line) = (name, line);

    /// <summary>In capitals.</summary>
    public string Name { get; }

    /// <summary>The line of its BEGIN; from 1.</summary>
    public int Line { get; }

    /// <summary>Its properties in the order of the file.</summary>
    public IReadOnlyList<CalendarProperty> Properties => _properties;
    /// <summary>The components within it in the order of the file, such as the VALARMs of a VEVENT.</summary>
    public IReadOnlyList<CalendarComponent> Components => _components ?? (IReadOnlyList<CalendarComponent>)[];

    /// <summary>The first property of that name, which is in capitals; null for none.</summary>
    public CalendarProperty? Property(string name)
    {
        foreach (var property in _properties)
        {
            if (string.Equals(property.Name, name, StringComparison.Ordinal)) return property;
        }
        return null;
    }

    internal ReadOnlySpan<CalendarProperty> PropertySpan => _properties;

    internal void Close(List<CalendarProperty> properties) => _properties = [.. properties];

    internal void Add(CalendarComponent component) => (_components ??= []).Add(component);
}

/// <summary>A parameter; its values without their quotes and with RFC 6868's encoding undone.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Values">At least one; it may be empty.</param>
public sealed record PropertyParameter(string Name, ImmutableArray<string> Values);

/// <summary>A property. It keeps the octets of its unfolded line, in UTF-8, and makes texts of them when asked.</summary>
/// <remarks>A value, so that a component is one array and not an object for each of its lines: a file has hundreds of thousands of them.</remarks>
public readonly struct CalendarProperty
{
    private readonly ReadOnlyMemory<byte> _value;
    private readonly int _valueLine;
    private readonly int _valueColumn;

    internal CalendarProperty(PropertyName name, ImmutableArray<PropertyParameter> parameters, ReadOnlyMemory<byte> value, int line, (int Line, int Column) valueAt)
    {
        (Kind, Name, Parameters, _value, Line) = (name.Kind, name.Text, parameters, value, line);
        (_valueLine, _valueColumn) = valueAt;
    }

    /// <summary>In capitals.</summary>
    public string Name { get; }

    /// <summary>Its parameters in the order of the file, their RFC 6868 escapes undone.</summary>
    public ImmutableArray<PropertyParameter> Parameters { get; }

    /// <summary>The line on which it begins; from 1.</summary>
    public int Line { get; }

    /// <summary>The value as it stands in the file, with its escapes.</summary>
    public string Value => Encoding.UTF8.GetString(_value.Span);

    /// <summary>The value's octets.</summary>
    public ReadOnlySpan<byte> Octets => _value.Span;

    /// <summary>The value as one TEXT, its escapes undone (RFC 5545 section 3.3.11).</summary>
    public string Text => EscapedText.Undo(_value.Span);

    /// <summary>The value as TEXTs with commas between them.</summary>
    public ImmutableArray<string> Texts => EscapedText.UndoList(_value.Span);

    /// <summary>The first value of the first parameter of that name, which is in capitals; null for none.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal)) return parameter.Values[0];
        }
        return null;
    }

    internal PropertyKind Kind { get; }
    internal (int Line, int Column) ValueAt => (_valueLine, _valueColumn);
}
