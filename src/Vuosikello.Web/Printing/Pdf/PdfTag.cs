namespace Vuosikello.Web.Printing.Pdf;

/// <summary>
/// What a part of the document is, for those who hear it: a heading, a list, a cell. Source: ISO 32000-1, 14.7 logical structure and 14.8.4 standard
/// structure types.
/// </summary>
/// <param name="kind">A standard type: <c>H1</c>, <c>P</c>, <c>L</c>, <c>LI</c>, <c>Table</c>, <c>TR</c>, <c>TH</c>, <c>TD</c>.</param>
/// <param name="scope">Of a TH, what it heads: <c>Column</c> or <c>Row</c>.</param>
internal sealed class PdfTag(string kind, string? scope = null)
{
    private readonly List<Kid> _kids = [];

    public string Kind => kind;

    public PdfTag Inside(string kindOfPart, string? scopeOfPart = null)
    {
        var part = new PdfTag(kindOfPart, scopeOfPart);
        _kids.Add(new Kid(part, null, 0));
        return part;
    }

    /// <summary>Says that a marked piece of a page belongs here.</summary>
    public void Holds(PdfPage page, int mark) => _kids.Add(new Kid(null, page, mark));

    /// <returns>The number of its object.</returns>
    public int WriteTo(PdfFile file, int parent, IDictionary<PdfTag, int> written)
    {
        int number = file.Reserve();
        written[this] = number;
        string kids = string.Join(' ', _kids.Select(kid => kid.Part is { } part
            ? PdfFile.Invariant($"{part.WriteTo(file, number, written)} 0 R")
            : PdfFile.Invariant($"<< /Type /MCR /Pg {kid.Page!.Number} 0 R /MCID {kid.Mark} >>")));
        string attributes = scope is null ? "" : $"/A << /O /Table /Scope /{scope} >> ";
        return file.Set(number, PdfFile.Invariant($"<< /Type /StructElem /S /{kind} /P {parent} 0 R {attributes}/K [{kids}] >>"));
    }

    private sealed record Kid(PdfTag? Part, PdfPage? Page, int Mark);
}
