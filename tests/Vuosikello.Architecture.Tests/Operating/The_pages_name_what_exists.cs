using System.Text.Json;
using System.Text.RegularExpressions;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Store;

namespace Vuosikello.Architecture.Tests.Operating;

public sealed partial class The_pages_name_what_exists
{
    /// <summary>ASP.NET Core's own.</summary>
    private static readonly string[] OfTheFramework = ["ASPNETCORE_URLS"];

    private static IEnumerable<string> Settings => Pages.FirstColumn(Pages.Read("README.md"), "setting").Select(cell => cell.Trim('`'));

    [Fact]
    public void Every_setting_of_the_first_page_is_one_that_the_program_reads() =>
        Assert.All(Settings.Except(OfTheFramework, StringComparer.Ordinal), name => Assert.Contains($"\"{Fixed(name)}\"", Pages.Code, StringComparison.Ordinal));

    // Of a section whose parts somebody names, what stands before their names.
    private static string Fixed(string setting) => setting.Split(":{")[0];

    [Fact]
    public void Every_setting_of_the_store_is_on_the_first_page() =>
        Assert.Equal(
            Pages.Names(StoreSettings(), Pages.Code),
            Settings.Where(name => name.StartsWith("EventStore:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_names_a_setting_of_the_store_that_is_not_there() =>
        Assert.All(Pages.Names(NamedSettings(), Pages.Text + Pages.Read("vuosikello.env")), name => Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), Settings));

    [Fact]
    public void The_file_of_settings_has_none_but_those_of_the_first_page() =>
        Assert.All(Lines(Pages.Read("vuosikello.env")), line => Assert.Contains(line.Split('=')[0].Replace("__", ":", StringComparison.Ordinal), Settings));

    [Fact]
    public void The_options_of_the_connection_string_are_those_of_the_client()
    {
        var refusal = Assert.Throws<StoreUnavailableException>(() => EventStoreDbStore.Open("esdb://host?none=1", new Random(1)));
        string known = refusal.Message.Split("there are ")[1].Split('.')[0];

        Assert.Equal(
            known.Split(", ").Order(StringComparer.Ordinal),
            Pages.FirstColumn(Pages.Read("README.md"), "option").Select(cell => cell.Trim('`')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_connection_string_of_the_pages_can_be_read()
    {
        var strings = Pages.Names(ConnectionStrings(), Pages.Text + Pages.Read("vuosikello.env")).Where(text => !text.Contains("HOST", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(strings);
        // The file of authorities is not on this machine, and nothing else is wrong with them.
        Assert.All(strings, text => EventStoreDbStore.Open(text.Split('?')[0], new Random(1)));
        Assert.All(strings.Where(text => text.Contains('?', StringComparison.Ordinal)), text => Assert.EndsWith("?tlsCaFile=/etc/vuosikello-ca.crt", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_message_that_the_pages_explain_is_one_of_the_program()
    {
        var messages = Pages.Files.SelectMany(file => Pages.FirstColumn(File.ReadAllText(file), "the message says")).ToArray();

        Assert.NotEmpty(messages);
        Assert.All(messages.SelectMany(m => m.Split(';', ':', '…', ',')).Select(part => part.Trim()), part => Assert.Contains(part, Pages.Code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_verb_of_the_program_that_the_pages_give_is_one()
    {
        var verbs = VerbsGiven().Matches(Pages.Text).Select(m => m.Groups["it"].Value).Distinct(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Contains($"new Command(\"{verb}\"", Pages.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_figures_on_the_page_are_those_that_the_program_measures() =>
        Assert.Equal(
            Pages.Names(Instruments(), Pages.Code),
            Pages.FirstColumn(Pages.Read("running.md"), "figure").SelectMany(Pages.Quoted).Order(StringComparer.Ordinal));

    [Fact]
    public void The_fields_of_health_on_the_page_are_those_that_the_program_tells()
    {
        var health = typeof(Web.Composition.Server).Assembly.GetType("Vuosikello.Web.Store.ServerHealth", throwOnError: true)!;

        Assert.Equal(
            Fields(health, "").Order(StringComparer.Ordinal),
            Pages.FirstColumn(Pages.Read("running.md"), "field").SelectMany(Pages.Quoted).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Fields(Type record, string before) => record.GetProperties().SelectMany(property =>
    {
        string name = before + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        return property.PropertyType.Namespace == record.Namespace ? Fields(property.PropertyType, name + ".") : [name];
    });

    [Fact]
    public void Every_link_between_the_pages_leads_somewhere() => Assert.Empty(Pages.Files.SelectMany(Broken));

    private static IEnumerable<string> Broken(string file)
    {
        foreach (string link in Links().Matches(File.ReadAllText(file)).Select(m => m.Groups["it"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = link.Split('#');
            string to = parts[0].Length == 0 ? file : Path.GetFullPath(parts[0], Path.GetDirectoryName(file)!);
            if (!Path.Exists(to)) yield return $"{Path.GetFileName(file)}: {link}";
            else if (parts.Length > 1 && !Anchors(to).Contains(parts[1], StringComparer.Ordinal)) yield return $"{Path.GetFileName(file)}: no heading for {link}";
        }
    }

    private static IEnumerable<string> Anchors(string file) => File.ReadLines(file)
        .Where(line => line.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<string> Lines(string settings) =>
        settings.Split('\n').Select(line => line.TrimStart('#', ' ')).Where(line => SettingLine().IsMatch(line));

    [GeneratedRegex("(?<=\")EventStore:[A-Za-z]+(?=\")", RegexOptions.None, 1000)]
    private static partial Regex StoreSettings();

    [GeneratedRegex("(?<=\")vuosikello\\.[a-z_.]+(?=\")", RegexOptions.None, 1000)]
    private static partial Regex Instruments();

    [GeneratedRegex(@"\bEventStore(?::|__)[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex NamedSettings();

    [GeneratedRegex(@"esdb(?:\+discover)?://[^\s`]+", RegexOptions.None, 1000)]
    private static partial Regex ConnectionStrings();

    [GeneratedRegex(@"(?:/opt/vuosikello/|`)vuosikello (?<it>[a-z]+)", RegexOptions.None, 1000)]
    private static partial Regex VerbsGiven();

    [GeneratedRegex(@"\]\((?<it>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.None, 1000)]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("^[A-Za-z_]+=", RegexOptions.None, 1000)]
    private static partial Regex SettingLine();
}
