namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>
/// Checks a calendar octet by octet against RFC 5545. Written from the RFC and not from our writer: no program rejects all
/// that is wrong, so somebody has to.
/// </summary>
public static class CalendarLinter
{
    /// <returns>What is wrong, with line numbers and sections of the RFC; empty for a clean calendar.</returns>
    public static IReadOnlyList<string> Lint(ReadOnlySpan<byte> calendar)
    {
        var findings = new Findings();
        var lines = OctetLint.Unfold(calendar, findings);
        var properties = new List<LintedProperty>();
        foreach (var (number, text) in lines)
        {
            if (LintedProperty.Parse(number, text, findings) is { } property) properties.Add(property);
        }
        if (ComponentTree.Build(properties, findings) is { } root) ComponentLint.Check(root, findings);
        return findings.All;
    }
}
