using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Vuosikello.Web.Feeds;

/// <summary>How a body is coded on its way.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Reads Accept-Encoding (RFC 9110 section 12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>
    /// The best coding that the client names and there is, by its weights; brotli before gzip where they are equal. A bare <c>*</c> is no
    /// wish for a coding: one calendar program could not read the gzip that it got for it.
    /// </summary>
    public static ContentCoding Choose(StringValues header, bool hasBrotli = true)
    {
        double gzip = 0, brotli = 0, identity = -1;
        foreach (string? line in header)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                int comma = rest.IndexOf(',');
                var item = comma < 0 ? rest : rest[..comma];
                rest = comma < 0 ? default : rest[(comma + 1)..];
                int semicolon = item.IndexOf(';');
                var name = (semicolon < 0 ? item : item[..semicolon]).Trim();
                double weight = semicolon < 0 ? 1 : Weight(item[(semicolon + 1)..].Trim());
                if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
                else if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
            }
        }
        if (hasBrotli && brotli > 0 && brotli >= gzip && brotli >= identity) return ContentCoding.Brotli;
        return gzip > 0 && gzip >= identity ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static double Weight(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight)
            ? weight
            : 0;
}
