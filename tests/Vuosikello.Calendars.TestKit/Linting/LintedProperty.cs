using System.Text.RegularExpressions;

namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>A content line taken apart: name, parameters, value (RFC 5545 section 3.1's grammar).</summary>
internal sealed partial record LintedProperty(int Line, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    public static LintedProperty? Parse(int line, string text, Findings findings)
    {
        var match = Grammar().Match(text);
        if (!match.Success)
        {
            findings.Add(line, $"not a content line (3.1): {text}");
            return null;
        }
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < match.Groups["pname"].Captures.Count; i++)
        {
            string name = match.Groups["pname"].Captures[i].Value;
            string value = match.Groups["pvalue"].Captures[i].Value;
            findings.Unless(parameters.TryAdd(name, value.Trim('"')), line, $"the parameter {name} twice");
            foreach (Match caret in Caret().Matches(value)) findings.Unless(caret.Value is "^^" or "^n" or "^'", line, $"an unknown ^ in a parameter (RFC 6868): {value}");
        }
        return new LintedProperty(line, match.Groups["name"].Value, parameters, match.Groups["value"].Value);
    }

    [GeneratedRegex("""^(?<name>[A-Z0-9-]+)(?:;(?<pname>[A-Z0-9-]+)=(?<pvalue>("[^"]*"|[^";:,]*)(,("[^"]*"|[^";:,]*))*))*:(?<value>.*)$""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"\^.?", RegexOptions.Singleline, 1000)]
    private static partial Regex Caret();
}
