using System.Text;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What a file is, by its octets; its name may say anything.</summary>
public enum FileKind
{
    Table,
    Calendar,
    Workbook,
    Document,
    Picture,
    Archive,
    WebPage,
    Unknown,
}

internal static class FileKinds
{
    private const int Looked = 4096;

    /// <summary>Parts that a zip file has when Excel or LibreOffice Calc wrote it.</summary>
    private static readonly byte[][] OfWorkbooks = [[.. "xl/"u8], [.. "spreadsheet"u8], [.. "[Content_Types].xml"u8]];

    /// <param name="octets">The file; not empty.</param>
    public static FileKind Of(ReadOnlySpan<byte> octets)
    {
        var start = octets[..Math.Min(Looked, octets.Length)];
        if (start.StartsWith("PK"u8)) return IsWorkbook(start) ? FileKind.Workbook : FileKind.Archive;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return FileKind.Workbook;
        if (start.StartsWith("%PDF"u8) || start.StartsWith("{\\rtf"u8)) return FileKind.Document;
        if (IsPicture(start)) return FileKind.Picture;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith("Rar!"u8) || start.StartsWith("7z"u8)) return FileKind.Archive;
        return OfText(start);
    }

    private static FileKind OfText(ReadOnlySpan<byte> start)
    {
        // Octets that no text has in any of the encodings that are read, unless every other one is null as in UTF-16.
        if (!FileText.IsUtf16(start) && start.IndexOfAnyInRange<byte>(0, 3) >= 0) return FileKind.Unknown;
        string text = FileText.Decode(start, isPiece: start.Length == Looked).TrimStart();
        if (text.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase) || text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return FileKind.Calendar;
        return text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.WebPage : FileKind.Table;
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> zip)
    {
        foreach (byte[] part in OfWorkbooks)
        {
            if (zip.IndexOf(part) >= 0) return true;
        }
        return false;
    }

    private static bool IsPicture(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || start.StartsWith("GIF8"u8) || (start.StartsWith("RIFF"u8) && start.IndexOf("WEBP"u8) > 0) || start.StartsWith("BM"u8) && start.IndexOf((byte)0) >= 0;
}

/// <summary>From octets to text, as programs of offices write it.</summary>
internal static class FileText
{
    private const int LongestCharacter = 4;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8, UTF-16 (what Excel calls Unicode text), or Windows-1252 where it is neither. Nothing is lost but what is no text in any of them.</summary>
    /// <param name="octets">The file.</param>
    /// <param name="isPiece">Only its beginning, which may end within a character.</param>
    public static string Decode(ReadOnlySpan<byte> octets, bool isPiece = false)
    {
        if (IsUtf16(octets)) return Utf16(octets).GetString(octets).TrimStart('\uFEFF');
        if (octets.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(octets[3..]);
        int most = isPiece ? Math.Min(LongestCharacter - 1, octets.Length) : 0;
        for (int cut = 0; cut <= most; cut++)
        {
            if (TryStrict(octets[..^cut], out string text)) return text;
        }
        return Windows1252.GetString(octets);
    }

    public static bool IsUtf16(ReadOnlySpan<byte> octets) =>
        octets is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];

    private static UnicodeEncoding Utf16(ReadOnlySpan<byte> octets) => new(bigEndian: octets is [0xFE, 0xFF, ..] or [0, ..], byteOrderMark: false);

    private static bool TryStrict(ReadOnlySpan<byte> octets, out string text)
    {
        bool valid = System.Text.Unicode.Utf8.IsValid(octets);
        text = valid ? Strict.GetString(octets) : "";
        return valid;
    }
}
