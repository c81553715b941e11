using Microsoft.Extensions.Primitives;

namespace Vuosikello.Web.Feeds;

/// <summary>Reads If-None-Match (RFC 9110 section 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Compares weakly, so with or without <c>W/</c>; <c>*</c> matches any.</summary>
    /// <param name="header">As it came: any number of lines with any number of tags each.</param>
    /// <param name="tag">The current tag of what was selected, with its quotes.</param>
    public static bool Contain(StringValues header, string tag)
    {
        if (header.Count == 1 && header[0] == tag) return true;
        foreach (string? line in header)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                int comma = rest.IndexOf(',');
                if (Matches((comma < 0 ? rest : rest[..comma]).Trim(), tag)) return true;
                rest = comma < 0 ? default : rest[(comma + 1)..];
            }
        }
        return false;
    }

    private static bool Matches(ReadOnlySpan<char> item, string tag)
    {
        if (item is "*") return true;
        if (item.StartsWith("W/", StringComparison.Ordinal)) item = item[2..];
        return item.SequenceEqual(tag);
    }
}
