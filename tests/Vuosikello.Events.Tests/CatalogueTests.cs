using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vuosikello.Events.Tests;

/// <summary>eventstore/events.md says what the program does.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void The_catalogue_lists_every_event_once_with_the_fields_of_its_record()
    {
        var listed = Rows().Where(row => !Upcasting.Upcasters.OlderNames.Contains(row.Name)).Select(row => $"{row.Name}: {row.Fields}");
        var known = EventTypes.All.Select(type => $"{type.Key}: {Fields(type.Value)}");

        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_catalogue_lists_the_older_names_that_can_still_be_read() =>
        Assert.All(Upcasting.Upcasters.OlderNames, name => Assert.Contains(Rows(), row => row.Name == name));

    private static string Fields(Type type) => string.Join(", ",
        type.GetProperties().Where(p => p.DeclaringType == type && p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)));

    // A row of the catalogue: | `name` | when | `field`, `field` (what is in it) |
    private static IEnumerable<(string Name, string Fields)> Rows() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "events.md"))
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|')[1..^1]
        select (cells[0].Trim(' ', '`'), Fields(cells[2]));

    private static string Fields(string cell) => string.Join(", ", Code.Matches(Parenthesised.Replace(cell, "")).Select(m => m.Groups["field"].Value));

    private static readonly Regex Code = new("`(?<field>[^`]+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Parenthesised = new("\\([^)]*\\)", RegexOptions.NonBacktracking);
}
