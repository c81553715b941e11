using NodaTime;
using NodaTime.Text;
using Vuosikello.Web.Printing.Fonts;

namespace Vuosikello.Web.Printing.Pdf;

/// <summary>A PDF of pages with text, tagged. Source: ISO 32000-1, 7.7 document structure, 14.3.3 information, 14.9.2 language.</summary>
internal sealed class PdfDocument
{
    /// <summary>A4, in points.</summary>
    public const double Width = 595.28, Height = 841.89;

    private readonly PdfFile _file = new();
    private readonly List<PdfPage> _pages = [];
    private readonly Dictionary<TrueTypeFont, PdfFont> _fonts = [];

    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>The whole of what is tagged.</summary>
    public PdfTag Root { get; } = new("Document");

    public PdfPage AddPage()
    {
        _pages.Add(new PdfPage(_file.Reserve(), Height));
        return _pages[^1];
    }

    public PdfFont Use(TrueTypeFont font)
    {
        if (!_fonts.TryGetValue(font, out var used)) _fonts[font] = used = new PdfFont(PdfFile.Invariant($"F{_fonts.Count + 1}"), font);
        return used;
    }

    public byte[] ToBytes(string title, string language, Instant created)
    {
        int pages = _file.Reserve();
        string fonts = string.Join(' ', _fonts.Values.Select(f => PdfFile.Invariant($"/{f.Name} {f.WriteTo(_file)} 0 R")));
        foreach (var (index, page) in _pages.Index())
        {
            int content = _file.AddStream(page.Content);
            _file.Set(page.Number, PdfFile.Invariant(
                $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R /StructParents {index} /Tabs /S >>"));
        }
        _file.Set(pages, PdfFile.Invariant($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(p => PdfFile.Invariant($"{p.Number} 0 R")))}] >>"));
        int catalog = _file.Add(PdfFile.Invariant(
            $"<< /Type /Catalog /Pages {pages} 0 R /Lang ({language}) /MarkInfo << /Marked true >> /StructTreeRoot {Structure()} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>"));
        string date = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmss").Format(created);
        int information = _file.Add($"<< /Title {PdfFile.Text(title)} /Creator (Vuosikello) /Producer (Vuosikello) /CreationDate (D:{date}Z) /ModDate (D:{date}Z) >>");
        return _file.ToBytes(catalog, information);
    }

    private int Structure()
    {
        int tree = _file.Reserve();
        var written = new Dictionary<PdfTag, int>();
        int root = Root.WriteTo(_file, tree, written);
        var byPage = _pages.Index().Select(p => PdfFile.Invariant($"{p.Index} [{string.Join(' ', p.Item.Marks.Select(t => PdfFile.Invariant($"{written[t]} 0 R")))}]"));
        int parents = _file.Add($"<< /Nums [{string.Join(' ', byPage)}] >>");
        return _file.Set(tree, PdfFile.Invariant($"<< /Type /StructTreeRoot /K [{root} 0 R] /ParentTree {parents} 0 R /ParentTreeNextKey {_pages.Count} >>"));
    }
}
