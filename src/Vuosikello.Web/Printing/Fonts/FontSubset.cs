using System.Buffers.Binary;
using System.Text;

namespace Vuosikello.Web.Printing.Fonts;

/// <summary>
/// A font with the outlines of only those glyphs that a document shows: a hundredth of the whole. Glyphs keep their numbers.
/// Source: OpenType 1.9, chapters "OpenType font file" and glyf (composite glyphs).
/// </summary>
internal static class FontSubset
{
    private static readonly string[] AsTheyAre = ["cvt ", "fpgm", "hhea", "maxp", "prep"];

    public static byte[] Of(TrueTypeFont font, IEnumerable<ushort> shown)
    {
        var glyphs = WithComponents(font, shown);
        var (glyf, loca) = Outlines(font, glyphs);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["glyf"] = glyf, ["loca"] = loca, ["head"] = Head(font), ["hmtx"] = Widths(font, glyphs) };
        foreach (string name in AsTheyAre)
            if (font.Table(name) is { IsEmpty: false } table) tables[name] = table.ToArray();
        return File(tables);
    }

    private static SortedSet<ushort> WithComponents(TrueTypeFont font, IEnumerable<ushort> shown)
    {
        // Glyph 0 stands for what is missing and has to be there.
        var all = new SortedSet<ushort> { 0 };
        var waiting = new Stack<ushort>(shown);
        while (waiting.TryPop(out ushort glyph))
            if (all.Add(glyph))
                foreach (ushort part in Components(font.OutlineOf(glyph))) waiting.Push(part);
        return all;
    }

    private static List<ushort> Components(ReadOnlySpan<byte> outline)
    {
        const int Words = 0x1, Scale = 0x8, More = 0x20, TwoScales = 0x40, Matrix = 0x80;
        var parts = new List<ushort>();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return parts;
        for (int at = 10, flags = More; (flags & More) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & Words) != 0 ? 4 : 2) + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
        return parts;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(TrueTypeFont font, SortedSet<ushort> glyphs)
    {
        using var glyf = new MemoryStream();
        byte[] loca = new byte[4 * (font.GlyphCount + 1)];
        for (int glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            if (glyphs.Contains((ushort)glyph)) glyf.Write(font.OutlineOf(glyph));
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (uint)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    private static byte[] Head(TrueTypeFont font)
    {
        byte[] head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] Widths(TrueTypeFont font, SortedSet<ushort> glyphs)
    {
        byte[] widths = font.Table("hmtx").ToArray();
        int measured = BinaryPrimitives.ReadUInt16BigEndian(font.Table("hhea")[34..]);
        // The last width is also that of every glyph after it.
        for (int glyph = 0; glyph < measured - 1; glyph++)
            if (!glyphs.Contains((ushort)glyph)) widths.AsSpan(4 * glyph, 4).Clear();
        return widths;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        int power = 1 << (31 - int.LeadingZeroCount(tables.Count));
        byte[] file = new byte[12 + (16 * tables.Count) + tables.Values.Sum(t => Padded(t.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 * power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)int.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 * power)));
        int entry = 12, start = 12 + (16 * tables.Count);
        foreach (var (name, table) in tables)
        {
            table.CopyTo(file, start);
            Encoding.ASCII.GetBytes(name, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(start, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            (entry, start) = (entry + 16, start + Padded(table.Length));
        }
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        for (int at = 0; at < table.Length; at += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(table[at..]);
        return sum;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;
}
