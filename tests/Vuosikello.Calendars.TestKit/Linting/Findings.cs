namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>What is wrong in a calendar, with the rule that says so.</summary>
internal sealed class Findings
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public void Add(int line, string what) => _all.Add(FormattableString.Invariant($"line {line}: {what}"));

    public void Unless(bool right, int line, string what)
    {
        if (!right) Add(line, what);
    }
}
