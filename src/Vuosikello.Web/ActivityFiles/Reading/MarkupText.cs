using System.Net;
using System.Text;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Descriptions that some programs write in HTML though they should be plain text.</summary>
internal static class MarkupText
{
    private static readonly string[] Tags = ["<br", "<p>", "<p ", "</p>", "<div", "<ul", "<ol", "<li", "<a ", "<b>", "<i>", "<u>", "<span", "<html", "<strong", "<em>", "<h1", "<h2", "<h3"];
    private static readonly string[] Lines = ["br", "p", "/p", "div", "/div", "/ul", "/ol", "tr", "h1", "h2", "h3", "/h1", "/h2", "/h3"];

    public static bool IsMarkup(string text) => Tags.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words without the marks: lines and lists stay, addresses of links stand behind their words, entities are letters.</summary>
    public static string Plain(string markup)
    {
        var plain = new StringBuilder(markup.Length);
        string? link = null;
        for (int at = 0; at < markup.Length;)
        {
            int end = markup[at] == '<' ? markup.IndexOf('>', at) : -1;
            if (end < 0)
            {
                int next = markup.IndexOf('<', at + 1);
                if (next < 0) next = markup.Length;
                plain.Append(WebUtility.HtmlDecode(markup[at..next]));
                at = next;
                continue;
            }
            string tag = markup[(at + 1)..end];
            at = end + 1;
            link = Mark(plain, tag, link);
            if (Hidden(tag) is { } hidden) at = After(markup, hidden, at);
        }
        return Tidy(plain.ToString());
    }

    private static string? Mark(StringBuilder plain, string tag, string? link)
    {
        string name = Name(tag);
        if (Lines.Contains(name, StringComparer.Ordinal)) plain.Append('\n');
        else if (name == "li") plain.Append("\n- ");
        else if (name == "a") return Address(tag);
        else if (name == "/a" && link is not null)
        {
            if (!plain.ToString(Math.Max(0, plain.Length - link.Length), Math.Min(link.Length, plain.Length)).Equals(link, StringComparison.OrdinalIgnoreCase)) plain.Append(" (").Append(link).Append(')');
            return null;
        }
        return link;
    }

    private static string Name(string tag) => tag.Split([' ', '\t', '\n', '\r'], 2)[0].TrimEnd('/').ToLowerInvariant();

    private static string? Hidden(string tag) => Name(tag) is "script" or "style" or "head" ? Name(tag) : null;

    private static int After(string markup, string name, int at)
    {
        int end = markup.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? markup.Length : end;
    }

    private static string? Address(string tag)
    {
        int at = tag.IndexOf("href=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        int end = tag.IndexOf('"', at + 6);
        string address = WebUtility.HtmlDecode(end < 0 ? "" : tag[(at + 6)..end]);
        return address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null;
    }

    // No more than one empty line, and no spaces at the ends of lines.
    private static string Tidy(string text)
    {
        var lines = new List<string>();
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string tidy = line.Replace('\u00A0', ' ').Trim();
            if (tidy.Length > 0 || lines is [.., { Length: > 0 }]) lines.Add(tidy);
        }
        return string.Join('\n', lines).Trim();
    }
}
