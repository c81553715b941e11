using System.Text.RegularExpressions;

namespace Vuosikello.Architecture.Tests;

/// <summary>Logs hold ids: nobody's name, address or number is among what a line is filled with.</summary>
public sealed class Log_lines_name_nobody
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What a line is filled with that could be a person's.</summary>
    private static readonly Regex Personal = new("^(.*name|e?mail|.*address|phone|telephone|person|user|reader|to|from|letter|subject)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Lines = new("""(LoggerMessage\(|\bLog(Trace|Debug|Information|Warning|Error|Critical)\()(?<said>[^;]*?)(\)\s*;|\)\])""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience);

    private static readonly Regex Holes = new(@"\{(?<hole>[A-Za-z]+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, Patience);

    /// <summary>An id, not what is in it.</summary>
    private static readonly string[] Ids = ["Mail"];

    private static readonly Regex Values = new(@"\.(Email|NormalizedEmail|Shown|Sent|DisplayName)\b|\bperson\.Name\b", RegexOptions.ExplicitCapture, Patience);

    [Fact]
    public void No_line_is_filled_with_what_could_be_a_persons() => Assert.Empty(Tree.Sources("src").SelectMany(source => Found(File.ReadAllText(source)).Select(found => $"{source}: {found}")));

    [Theory]
    [InlineData("""log.LogWarning("{Name} could not sign in.", person.Name);""")]
    [InlineData("""log.LogInformation("Sent to {Address}.", to);""")]
    [InlineData("""log.LogInformation("Sent {Mail}.", person.Email);""")]
    [InlineData("""[LoggerMessage(LogLevel.Warning, "Refused {Email}.")]""")]
    public void One_that_was_would_be_found(string source) => Assert.NotEmpty(Found(source));

    [Fact]
    public void The_lines_are_indeed_read() =>
        Assert.True(Tree.Sources("src").Sum(source => Lines.Count(File.ReadAllText(source))) > 30);

    private static IEnumerable<string> Found(string source)
    {
        foreach (Match line in Lines.Matches(source))
        {
            string said = line.Groups["said"].Value;
            foreach (Match hole in Holes.Matches(said))
                if (hole.Groups["hole"].Value is var name && Personal.IsMatch(name) && !Ids.Contains(name)) yield return $"{{{name}}}";
            if (Values.Match(said) is { Success: true } value) yield return value.Value;
        }
    }
}
