using System.Buffers;
using System.Text;

namespace Vuosikello.Projections.Wheel;

/// <summary>
/// Writes elements, attributes and texts that are well-formed as XML and within HTML, whatever the texts hold. Characters that XML
/// does not allow (control characters, halves of surrogate pairs) become U+FFFD.
/// </summary>
internal sealed class Markup
{
    // All that cannot stand as it is; surrogates are looked at in pairs.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"\uFFFE\uFFFF", .. Range(0, 0x20), .. Range(0x7F, 0xA0), .. Range(0xD800, 0xE000)]);

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();
    private bool _inTag;

    public Markup Open(string element)
    {
        EndTag();
        _text.Append('<').Append(element);
        _open.Push(element);
        _inTag = true;
        return this;
    }

    /// <summary>An attribute of the element just opened; none when the value is null.</summary>
    public Markup With(string attribute, string? value)
    {
        if (value is null) return this;
        _text.Append(' ').Append(attribute).Append("=\"");
        Escape(value);
        _text.Append('"');
        return this;
    }

    public Markup With(string attribute, double value)
    {
        _text.Append(' ').Append(attribute).Append("=\"").Append(Polar.Number(value)).Append('"');
        return this;
    }

    public Markup Text(string text)
    {
        EndTag();
        Escape(text);
        return this;
    }

    /// <summary>Markup that this class wrote before.</summary>
    public Markup Written(string markup)
    {
        EndTag();
        _text.Append(markup);
        return this;
    }

    public Markup Close()
    {
        string element = _open.Pop();
        if (_inTag && element is not ("ul" or "li" or "span" or "a" or "g" or "style")) _text.Append("/>");
        else
        {
            EndTag();
            _text.Append("</").Append(element).Append('>');
        }
        _inTag = false;
        return this;
    }

    /// <summary>What has been written; elements may still be open.</summary>
    public override string ToString()
    {
        EndTag();
        return _text.ToString();
    }

    private static IEnumerable<char> Range(int from, int to) => Enumerable.Range(from, to - from).Select(c => (char)c);

    private void EndTag()
    {
        if (_inTag) _text.Append('>');
        _inTag = false;
    }

    private void Escape(ReadOnlySpan<char> value)
    {
        while (value.IndexOfAny(Special) is var at and >= 0)
        {
            _text.Append(value[..at]);
            Rune.DecodeFromUtf16(value[at..], out var rune, out int length);
            Escape(rune);
            value = value[(at + length)..];
        }
        _text.Append(value);
    }

    private void Escape(Rune rune)
    {
        switch (rune.Value)
        {
            case '&': _text.Append("&amp;"); break;
            case '<': _text.Append("&lt;"); break;
            case '>': _text.Append("&gt;"); break;
            case '"': _text.Append("&quot;"); break;
            case '\n' or '\r' or '\t': _text.Append(' '); break;
            case < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF: _text.Append('\uFFFD'); break;
            default: _text.Append(rune); break;
        }
    }
}
