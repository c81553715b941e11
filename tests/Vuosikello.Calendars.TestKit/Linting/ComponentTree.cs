namespace Vuosikello.Calendars.TestKit.Linting;

/// <summary>A component with its properties and parts (RFC 5545 section 3.6).</summary>
internal sealed record ComponentTree(string Name, int Line, List<LintedProperty> Properties, List<ComponentTree> Parts)
{
    public IEnumerable<LintedProperty> All(string name) => Properties.Where(property => property.Name == name);

    public LintedProperty? One(string name) => All(name).FirstOrDefault();

    public static ComponentTree? Build(List<LintedProperty> properties, Findings findings)
    {
        var open = new Stack<ComponentTree>();
        ComponentTree? root = null;
        foreach (var property in properties)
        {
            if (root is not null && open.Count == 0)
            {
                findings.Add(property.Line, "something after the calendar's end");
                return root;
            }
            if (property.Name == "BEGIN")
            {
                var part = new ComponentTree(property.Value, property.Line, [], []);
                if (open.TryPeek(out var parent)) parent.Parts.Add(part);
                root ??= part;
                open.Push(part);
            }
            else if (!open.TryPeek(out var inner)) findings.Add(property.Line, $"{property.Name} outside any component");
            else if (property.Name != "END") inner.Properties.Add(property);
            else if (inner.Name == property.Value) open.Pop();
            else
            {
                findings.Add(property.Line, $"END:{property.Value} closes BEGIN:{inner.Name}");
                return root;
            }
        }
        findings.Unless(open.Count == 0 && root is not null, 1, "a component is not closed, or there is none");
        return root;
    }
}
