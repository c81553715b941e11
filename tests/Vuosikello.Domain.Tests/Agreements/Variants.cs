using System.Reflection;
using NodaTime;

namespace Vuosikello.Domain.Tests.Agreements;

/// <summary>
/// Every way in which one value can differ in one place, found by reflection: a new field of a record is varied without anybody
/// thinking of it, and one of a type that is not known here fails.
/// </summary>
internal static class Variants
{
    /// <summary>Values of the same type that differ from <paramref name="value"/> in exactly one place, each with the place's name.</summary>
    public static IEnumerable<(string Place, object? Value)> Of(Type type, object? value, string place)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return value is null ? [(place, Some(inner))] : [(place, null), .. Of(inner, value, place)];
        if (value is null) return [(place, Some(type))];
        if (Leaf(type, value) is { } leaf) return leaf.Select((changed, i) => ($"{place} ({i})", (object?)changed));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return OfList(type, value, place);
        return OfRecord(type, value, place);
    }

    private static object[]? Leaf(Type type, object value) => value switch
    {
        string text => [text + "x", text == "" ? "y" : text[..^1] + "y"],
        int number => [number + 1],
        LocalDate day => [day.PlusDays(1), day.PlusYears(1)],
        Guid id => [new Guid(id.ToByteArray().Reverse().ToArray())],
        LocalText text => [.. Texts(text)],
        _ when type.IsEnum => [.. Enum.GetValues(type).Cast<object>().Where(other => !other.Equals(value))],
        _ => null,
    };

    private static IEnumerable<LocalText> Texts(LocalText text) =>
    [
        new(text.Fi + "x", text.Sv, text.En), new(text.Fi, text.Sv + "x", text.En), new(text.Fi, text.Sv, text.En + "x"),
        // the same words in another language are another text
        new(text.En, text.Fi, text.Sv), new(text.Fi + "\nrivi", text.Sv, text.En), new(text.Fi + " ", text.Sv, text.En + "\n\ntitle/fi: x"),
    ];

    private static IEnumerable<(string, object?)> OfList(Type type, object value, string place)
    {
        var item = type.GenericTypeArguments[0];
        var items = ((System.Collections.IEnumerable)value).Cast<object?>().ToList();
        for (int i = 0; i < items.Count; i++)
        {
            foreach (var (where, changed) in Of(item, items[i], $"{place}[{i}]")) yield return (where, List(item, items, i, 1, changed));
            yield return ($"{place}[{i}] left out", List(item, items, i, 1));
        }
        yield return ($"{place} with one more", List(item, items, items.Count, 0, Some(item)));
        if (items.Distinct().Count() > 1) yield return ($"{place} in another order", List(item, [.. items.AsEnumerable().Reverse()], 0, 0));
    }

    private static object List(Type item, List<object?> items, int at, int remove, params object?[] add)
    {
        object?[] all = [.. items.Take(at), .. add, .. items.Skip(at + remove)];
        var typed = Array.CreateInstance(item, all.Length);
        for (int i = 0; i < all.Length; i++) typed.SetValue(all[i], i);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(item).Invoke(null, [typed])!;
    }

    private static IEnumerable<(string, object?)> OfRecord(Type type, object value, string place)
    {
        var constructor = Constructor(type);
        var parameters = constructor.GetParameters();
        object?[] now = [.. parameters.Select(p => type.GetProperty(p.Name!)!.GetValue(value))];
        for (int i = 0; i < parameters.Length; i++)
        {
            foreach (var (where, changed) in Of(parameters[i].ParameterType, now[i], $"{place}.{parameters[i].Name}"))
            {
                object?[] arguments = [.. now];
                arguments[i] = changed;
                yield return (where, constructor.Invoke(arguments));
            }
        }
    }

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors().Where(c => c.GetParameters().All(p => type.GetProperty(p.Name!) is not null)).MaxBy(c => c.GetParameters().Length)
        ?? throw new NotSupportedException($"Tell {nameof(Variants)} how a {type} can differ.");

    /// <summary>Some value of a type, other than those in the sample.</summary>
    private static object Some(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Some(inner);
        if (type == typeof(string)) return "jotain";
        if (type == typeof(int)) return 7;
        if (type == typeof(Guid)) return new Guid(7, 7, 7, new byte[8]);
        if (type == typeof(LocalDate)) return new LocalDate(2027, 7, 7);
        if (type == typeof(LocalText)) return new LocalText("jotain", "något", "something");
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return List(type.GenericTypeArguments[0], [], 0, 0);
        var constructor = Constructor(type);
        return constructor.GetParameters().Length > 0
            ? constructor.Invoke([.. constructor.GetParameters().Select(p => Some(p.ParameterType))])
            : throw new NotSupportedException($"Tell {nameof(Variants)} of a {type}.");
    }
}
