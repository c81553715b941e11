using System.Text.RegularExpressions;

namespace Vuosikello.Architecture.Tests.Operating;

public sealed partial class The_files_for_Docker
{
    /// <summary>The settings of EventStoreDB 23.10 and 24.2 that can come up here, as the servers know them. They refuse to start with one that they do not know.</summary>
    private static readonly string[] OfTheServer =
    [
        "EVENTSTORE_ADVERTISE_HOST_TO_CLIENT_AS", "EVENTSTORE_ADVERTISE_NODE_PORT_TO_CLIENT_AS", "EVENTSTORE_CERTIFICATE_FILE", "EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE",
        "EVENTSTORE_CLUSTER_DNS", "EVENTSTORE_CLUSTER_SIZE", "EVENTSTORE_DEFAULT_ADMIN_PASSWORD", "EVENTSTORE_DEFAULT_OPS_PASSWORD", "EVENTSTORE_DISCOVER_VIA_DNS",
        "EVENTSTORE_ENABLE_ATOM_PUB_OVER_HTTP", "EVENTSTORE_GOSSIP_SEED", "EVENTSTORE_NODE_HOST_ADVERTISE_AS", "EVENTSTORE_NODE_IP",
        "EVENTSTORE_OVERRIDE_ANONYMOUS_ENDPOINT_ACCESS_FOR_GOSSIP", "EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS", "EVENTSTORE_REPLICATION_IP", "EVENTSTORE_TELEMETRY_OPTOUT",
        "EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH", "EVENTSTORE_WRITE_STATS_TO_DB",
    ];

    public static TheoryData<string> Files => ["single-node/compose.yaml", "cluster/compose.yaml", "cluster/rehearsal.yaml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_in_them_is_explained_on_the_page_beside_them(string file)
    {
        var used = Pages.Names(Setting(), Pages.Read(file)).ToArray();
        var explained = Pages.FirstColumn(Pages.Read($"{Path.GetDirectoryName(file)}/README.md"), "setting").SelectMany(Pages.Quoted).ToArray();

        Assert.NotEmpty(used);
        Assert.All(used, setting => Assert.Contains(setting, explained));
    }

    [Fact]
    public void Every_setting_that_is_explained_is_in_a_file_and_one_of_the_server()
    {
        string files = string.Concat(Files.Select(row => Pages.Read(row.Data)));
        var explained = new[] { "single-node", "cluster" }.SelectMany(folder => Pages.FirstColumn(Pages.Read($"{folder}/README.md"), "setting")).SelectMany(Pages.Quoted);

        Assert.All(explained, setting => Assert.Contains($"{setting}:", files, StringComparison.Ordinal));
        Assert.All(Pages.Names(Setting(), files + Pages.Text).Where(name => name != "EVENTSTORE_"), setting => Assert.Contains(setting, OfTheServer));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void They_name_one_version_of_the_server_and_no_password(string file)
    {
        string text = Pages.Read(file);

        Assert.Equal(["eventstore/eventstore:23.10.8-bookworm-slim"], Pages.Names(Image(), text));
        Assert.All(PasswordLine().Matches(text).Select(m => m.Groups["it"].Value), value => Assert.StartsWith("${", value, StringComparison.Ordinal));
        Assert.DoesNotContain("INSECURE", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Compose_can_read_them(string file)
    {
        string path = Path.Combine(Pages.Folder, file);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ADMIN_PASSWORD"] = "a",
            ["OPS_PASSWORD"] = "b",
            ["THIS_NODE"] = "es1.vuosikello.example",
            ["OTHER_NODES"] = "es2.vuosikello.example:2113",
        };
        var (program, first) = await Compose();

        var (code, output) = await Pages.Run(program, [.. first, "-f", path, "config"], environment);
        Assert.True(code == 0, output);
        Assert.Contains("eventstore/eventstore:23.10.8-bookworm-slim", output, StringComparison.Ordinal);

        // Without a password it says where one belongs.
        var (without, complaint) = await Pages.Run(program, [.. first, "-f", path, "config"]);
        Assert.True(without != 0 && complaint.Contains(".env", StringComparison.Ordinal), complaint);
    }

    private static async Task<(string Program, string[] First)> Compose()
    {
        if (Pages.Find("docker") is { } docker && (await Pages.Run(docker, ["compose", "version"])).Code == 0) return (docker, ["compose"]);
        if (Pages.Find("docker-compose") is { } old) return (old, []);
        Assert.Skip("Whether Compose can read the files was not tried: neither 'docker compose' nor 'docker-compose' is on this machine.");
        return default;
    }

    [GeneratedRegex(@"\bEVENTSTORE_[A-Z_]*", RegexOptions.None, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"eventstore/eventstore:[^\s]+", RegexOptions.None, 1000)]
    private static partial Regex Image();

    [GeneratedRegex(@"EVENTSTORE_\w*PASSWORD: *(?<it>.+)", RegexOptions.None, 1000)]
    private static partial Regex PasswordLine();
}
