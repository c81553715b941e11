using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Vuosikello.Web.Subscribe;

/// <summary>A QR code as the path of an SVG picture: dark squares on a light ground, a quiet zone of four modules around them (ISO/IEC 18004).</summary>
/// <param name="Side">Modules along each side, with the quiet zone.</param>
/// <param name="Path">The dark squares, one unit a module.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>The longest text that is still easy to scan from paper and screen; a longer one gets no picture.</summary>
    private const int MostText = 800;

    /// <summary>Null for a text too long to be scanned well.</summary>
    public static QrPicture? Of(string text)
    {
        if (text.Length > MostText) return null;
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (int y = 0; y < code.ModuleMatrix.Count; y++) Row(path, code.ModuleMatrix[y], y);
        return new QrPicture(code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>Neighbours in a row become one rectangle: a fifth of the octets.</summary>
    private static void Row(StringBuilder path, BitArray row, int y)
    {
        for (int x = 0; x < row.Length; x++)
        {
            if (!row[x]) continue;
            int first = x;
            while (x + 1 < row.Length && row[x + 1]) x++;
            path.Append(CultureInfo.InvariantCulture, $"M{first} {y}h{x + 1 - first}v1H{first}z");
        }
    }
}
