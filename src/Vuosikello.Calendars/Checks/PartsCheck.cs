using System.Buffers;
using System.Collections.Immutable;
using NodaTime;

namespace Vuosikello.Calendars.Checks;

/// <summary>What several components have in common.</summary>
internal static class PartsCheck
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    private static readonly SearchValues<char> MediaTypeLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&^_.+-");

    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);

    /// <summary>A date is written with four digits of a year (RFC 5545 section 3.3.4).</summary>
    public static void Year(LocalDate date, string property, Bearer of)
    {
        if (date.Year < 1) throw new InvalidCalendarException($"{property} of {of} is {date:uuuu-MM-dd}; years are 1 to 9999.");
    }

    public static void Moment(Instant? moment, string property, Bearer of)
    {
        if (moment < First) throw new InvalidCalendarException($"{property} of {of} is {moment}; years are 1 to 9999.");
    }

    public static void Categories(ImmutableArray<string> categories, Bearer of)
    {
        foreach (string category in categories)
        {
            CalendarText.Check(category, "CATEGORIES", of);
            if (string.IsNullOrWhiteSpace(category)) throw new InvalidCalendarException($"CATEGORIES of {of} holds an empty one.");
        }
    }

    public static void Images(ImmutableArray<CalendarImage> images, Bearer of)
    {
        foreach (var image in images)
        {
            AbsoluteUris.Check(image.Address, "IMAGE", of);
            MediaType(image.MediaType, "IMAGE's FMTTYPE", of);
        }
    }

    /// <summary>Type and subtype of RFC 4288 section 4.2, which FMTTYPE takes.</summary>
    public static void MediaType(string? type, string property, Bearer of)
    {
        if (type is null) return;
        int slash = type.IndexOf('/', StringComparison.Ordinal);
        bool right = slash > 0 && slash < type.Length - 1
            && !type.AsSpan(0, slash).ContainsAnyExcept(MediaTypeLetters) && !type.AsSpan(slash + 1).ContainsAnyExcept(MediaTypeLetters);
        if (!right) throw new InvalidCalendarException($"{property} of {of} is {type}; it is a type and a subtype, such as image/png.");
    }

    public static void Extensions(ImmutableArray<ExtensionProperty> extensions, Bearer of)
    {
        foreach (var (name, value) in extensions)
        {
            bool right = name.StartsWith("X-", StringComparison.Ordinal) && name.Length > 2 && !name.AsSpan().ContainsAnyExcept(NameLetters);
            if (!right) throw new InvalidCalendarException($"{name} of {of} is no name of one's own; it is X- and then capital letters, digits and hyphens.");
            CalendarText.Check(value, name, of);
        }
    }
}
