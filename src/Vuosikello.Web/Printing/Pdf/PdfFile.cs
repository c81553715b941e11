using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Vuosikello.Web.Printing.Pdf;

/// <summary>A PDF file as numbered objects. Source: ISO 32000-1:2008 (PDF 1.7), 7.3 objects and 7.5 file structure.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string content) => Set(Reserve(), content);

    public int Set(int number, string content)
    {
        _objects[number - 1] = Encoding.Latin1.GetBytes(content);
        return number;
    }

    /// <summary>A stream, compressed.</summary>
    /// <param name="content">The bytes as they are.</param>
    /// <param name="entries">More entries of its dictionary.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "") => SetStream(Reserve(), content, entries);

    public int SetStream(int number, ReadOnlySpan<byte> content, string entries = "")
    {
        using var whole = new MemoryStream();
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) packer.Write(content);
        whole.Write(Encoding.Latin1.GetBytes(Invariant($"<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n")));
        packed.WriteTo(whole);
        whole.Write("\nendstream"u8);
        _objects[number - 1] = whole.ToArray();
        return number;
    }

    /// <param name="catalog">The number of the catalogue.</param>
    /// <param name="information">The number of the document's information.</param>
    public byte[] ToBytes(int catalog, int information)
    {
        using var file = new MemoryStream();
        // Four bytes that are no text tell programs on the way that this is none.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var places = new List<long>();
        for (int number = 1; number <= _objects.Count; number++)
        {
            places.Add(file.Length);
            Write(file, Invariant($"{number} 0 obj\n"));
            file.Write(_objects[number - 1] ?? throw new InvalidOperationException($"Object {number} of the PDF was reserved and never written."));
            file.Write("\nendobj\n"u8);
        }
        // Its name follows from what is in it: the same document is the same file.
        string id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        long table = file.Length;
        Write(file, Invariant($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (long place in places) Write(file, Invariant($"{place:D10} 00000 n \n"));
        Write(file, Invariant($"trailer\n<< /Size {places.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>A text for people, such as a title.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
