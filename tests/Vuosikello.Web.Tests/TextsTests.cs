using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Tests;

public sealed class TextsTests
{
    public static TheoryData<string> Sets => [.. typeof(Texts).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Texts).Namespace && t.Name.EndsWith("Texts", StringComparison.Ordinal) && t != typeof(Texts)).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void All_three_languages_have_the_same_texts(string set)
    {
        var finnish = Keys(set, CultureInfo.InvariantCulture);

        Assert.NotEmpty(finnish);
        Assert.Equal(finnish, Keys(set, CultureInfo.GetCultureInfo("sv")));
        Assert.Equal(finnish, Keys(set, CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void Every_reason_for_a_refusal_has_a_message()
    {
        var known = Keys(typeof(ProblemsTexts).FullName!, CultureInfo.InvariantCulture).ToHashSet(StringComparer.Ordinal);
        var codes = new[] { typeof(ProblemCodes), typeof(CommandProblems), typeof(FormProblems), typeof(InvitationProblems) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetValue(null)!);

        Assert.Subset(known, codes.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var asked = Directory.EnumerateFiles(Sources(), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .SelectMany(file => Asked(File.ReadAllText(file)).Select(found => (File: Path.GetFileName(file), found.Set, found.Key)))
            .ToList();

        Assert.True(asked.Count > 100, "The sources were not read.");
        Assert.All(asked, a => Assert.Contains(a.Key, Keys($"{typeof(Texts).Namespace}.{a.Set}Texts", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("""<p>@T.Board["Filter"] @T.Setup["Year", 2026]</p>""", "Board.Filter Setup.Year")]
    [InlineData("""texts.Errors["Lost"]""", "")]
    [InlineData("""@T.Setup[$"Phase.{Phase}"]""", "")]
    public void What_a_page_asks_for_is_read_from_its_source(string source, string expected) =>
        Assert.Equal(expected, string.Join(' ', Asked(source).Select(asked => $"{asked.Set}.{asked.Key}")));

    private static IEnumerable<(string Set, string Key)> Asked(string source) =>
        Regex.Matches(source, """\bT\.(?<set>[A-Z][A-Za-z]+)\["(?<key>[^"{]+)"[,\]]""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(match => (match.Groups["set"].Value, match.Groups["key"].Value));

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vuosikello.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "src", "Vuosikello.Web");
    }

    private static List<string> Keys(string set, CultureInfo language) =>
        [.. new ResourceManager(set, typeof(Texts).Assembly).GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal)];
}
