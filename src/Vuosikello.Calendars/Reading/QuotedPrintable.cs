using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Vuosikello.Calendars.Reading;

/// <summary>The encoding of values in vCalendar 1.0 (RFC 2045 section 6.7).</summary>
internal static class QuotedPrintable
{
    private const string Name = "QUOTED-PRINTABLE";

    /// <summary>Tells whether the parameters say it, with or without the word ENCODING.</summary>
    public static bool IsSaid(ImmutableArray<PropertyParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name == Name || (parameter.Name == "ENCODING" && parameter.Values[0].Equals(Name, StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    /// <summary>The value in UTF-8, its line ends as escapes of RFC 5545, so that it is like any other.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> value, Encoding charset)
    {
        var octets = new List<byte>(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            bool encoded = value[i] == '=' && i + 2 < value.Length && byte.TryParse(value.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            octets.Add(encoded ? byte.Parse(value.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : value[i]);
            if (encoded) i += 2;
        }
        byte[] all = [.. octets];
        string text = Utf8.IsValid(all) ? Encoding.UTF8.GetString(all) : charset.GetString(all);
        return Encoding.UTF8.GetBytes(CalendarText.Clean(text).Replace("\n", "\\n", StringComparison.Ordinal));
    }
}
