using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Vuosikello.Projections.Verification;

/// <summary>
/// Everything that views hold as text, the same text for the same contents: every public property of every record, so that a
/// new one is compared without anybody thinking of it.
/// </summary>
public static class ViewsDump
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>One thing's contents on one line.</summary>
    public static string Of(object? thing)
    {
        var text = new StringBuilder();
        Write(text, thing);
        return text.ToString();
    }

    internal static SortedDictionary<string, string> Of(IEnumerable<IProjection> projections)
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var projection in projections)
        {
            foreach (var (name, thing) in projection.Contents()) lines.Add(name, Of(thing));
        }
        return lines;
    }

    private static void Write(StringBuilder text, object? thing)
    {
        switch (thing)
        {
            case null: text.Append("null"); break;
            case string s: text.Append('"').Append(s.ReplaceLineEndings("\\n")).Append('"'); break;
            case IFormattable f when IsPlain(f.GetType()): text.Append(f.ToString(null, CultureInfo.InvariantCulture)); break;
            case bool b: text.Append(b ? "true" : "false"); break;
            case IEnumerable items: WriteItems(text, items); break;
            default: WriteProperties(text, thing); break;
        }
    }

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(Guid) || type.Namespace == nameof(NodaTime);

    private static void WriteItems(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        bool first = true;
        foreach (object? item in items)
        {
            if (!first) text.Append(", ");
            first = false;
            Write(text, item);
        }
        text.Append(']');
    }

    private static void WriteProperties(StringBuilder text, object thing)
    {
        text.Append(thing.GetType().Name).Append('{');
        foreach (var property in Properties.GetOrAdd(thing.GetType(), static type =>
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal)]))
        {
            text.Append(property.Name).Append('=');
            Write(text, property.GetValue(thing));
            text.Append(' ');
        }
        text.Append('}');
    }
}
