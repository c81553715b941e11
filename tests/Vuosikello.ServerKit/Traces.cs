using System.Text;

namespace Vuosikello.ServerKit;

/// <summary>Looks for a text in bytes, in every form in which programs write it.</summary>
public sealed class Traces
{
    private readonly List<byte[]> _forms = [];

    public Traces(string text)
    {
        foreach (string written in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant() }.Distinct(StringComparer.Ordinal))
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(written);
            _forms.AddRange([utf8, Encoding.Unicode.GetBytes(written), Encoding.BigEndianUnicode.GetBytes(written), Encoding.Latin1.GetBytes(written)]);
            _forms.AddRange(new[] { QuotedPrintable(utf8), Uri.EscapeDataString(written), Escaped(written, c => $"\\u{(int)c:x4}"), Escaped(written, c => $"\\u{(int)c:X4}"), Escaped(written, c => $"&#x{(int)c:X};") }.Select(Encoding.ASCII.GetBytes));
            // Wherever in a longer text it stands: what it begins and ends in common with its neighbours is left out.
            for (int before = 0; before < 3; before++) _forms.Add(Encoding.ASCII.GetBytes(Base64(utf8, before)));
        }
    }

    public bool AreIn(ReadOnlySpan<byte> bytes)
    {
        foreach (byte[] form in _forms)
            if (bytes.IndexOf(form) >= 0) return true;
        return false;
    }

    public bool AreIn(string text) => AreIn(Encoding.UTF8.GetBytes(text));

    /// <summary>The files in a folder that hold it, also those that a running server has open.</summary>
    public IReadOnlyList<string> FilesIn(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => AreIn(Read(file)))];

    private static byte[] Read(string file)
    {
        // A lock cannot be opened while it is held, and a write-ahead log goes with the last connection.
        if (new FileInfo(file) is not { Exists: true, Length: > 0 }) return [];
        try
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            open.CopyTo(all);
            return all.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static string Base64(byte[] text, int before)
    {
        string whole = Convert.ToBase64String([.. new byte[before], .. text]);
        int first = before == 0 ? 0 : before + 1;
        return whole[first..(((before + text.Length) / 3) * 4)];
    }

    private static string QuotedPrintable(byte[] text) => string.Concat(text.Select(b => b is >= 33 and < 127 and not (byte)'=' ? ((char)b).ToString() : b == ' ' ? " " : $"={b:X2}"));

    private static string Escaped(string text, Func<char, string> escape) => string.Concat(text.Select(c => c < 128 ? c.ToString() : escape(c)));
}
