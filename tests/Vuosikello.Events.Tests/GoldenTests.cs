using System.Text;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Events.Tests;

/// <summary>
/// The JSON of every stored name, byte for byte. A file that is there is never changed: an event that needs another shape
/// gets the next version. <c>VUOSIKELLO_WRITE_GOLDEN=folder</c> writes the files that are missing there.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Files => [.. Samples.ByFile.Keys];
    public static TheoryData<string> OlderFiles => [.. Samples.Older.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_event_is_written_exactly_as_its_golden_file_has_it(string file)
    {
        var written = EventSerializer.Serialize(Samples.ByFile[file], Samples.Stamp, Guid.Empty);
        WriteIfAsked(file, written.Data.Span);

        Assert.Equal(Samples.TypeOf(file), written.Type);
        Assert.Equal(Golden(file), Encoding.UTF8.GetString(written.Data.Span));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_golden_file_is_read_as_its_event(string file) => Assert.Equal(Samples.ByFile[file], Read(file).Event);

    [Theory]
    [MemberData(nameof(OlderFiles))]
    public void An_older_golden_file_is_read_as_its_event_of_today(string file) => Assert.Equal(Samples.Older[file], Read(file).Event);

    [Fact]
    public void Every_event_of_the_domain_has_a_stored_name()
    {
        var events = typeof(IEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsAbstract);

        Assert.Equal(events.Select(t => t.Name).Order(), EventTypes.All.Values.Select(t => t.Name).Order());
    }

    [Fact]
    public void Every_stored_name_today_and_before_has_a_golden_file()
    {
        var names = EventTypes.All.Keys.Concat(Upcasting.Upcasters.OlderNames);
        var files = Samples.ByFile.Keys.Concat(Samples.Older.Keys).Select(Samples.TypeOf).Distinct();

        Assert.Equal(names.Order(), files.Order());
    }

    [Fact]
    public void Every_golden_file_is_tested()
    {
        var files = Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Samples.ByFile.Keys.Concat(Samples.Older.Keys).Append("stamp").Append("stamp.without-partner").Order(), files.Order());
    }

    [Fact]
    public void Stored_names_are_kebab_case_with_a_version() =>
        Assert.All(EventTypes.All.Keys.Concat(Upcasting.Upcasters.OlderNames), name => Assert.Matches("^[a-z]+(-[a-z]+)*\\.v[1-9]$", name));

    [Theory]
    [InlineData("stamp", "keravan-kaupunki")]
    [InlineData("stamp.without-partner", null)]
    public void A_stamp_is_written_and_read_exactly_as_its_golden_file_has_it(string file, string? partner)
    {
        var stamp = Samples.Stamp with { For = partner is null ? null : new PartnerId(partner) };
        var written = EventSerializer.Serialize(Samples.ByFile["activity-confirmed.v1"], stamp, Guid.Empty);
        WriteIfAsked(file, written.Metadata.Span);

        Assert.Equal(Golden(file), Encoding.UTF8.GetString(written.Metadata.Span));
        Assert.Equal(stamp, EventSerializer.Deserialize(Recorded(written.Type, written.Data, Encoding.UTF8.GetBytes(Golden(file)))).Stamp);
    }

    private static Fact Read(string file) =>
        EventSerializer.Deserialize(Recorded(Samples.TypeOf(file), Encoding.UTF8.GetBytes(Golden(file)), Encoding.UTF8.GetBytes(Golden("stamp"))));

    internal static RecordedEvent Recorded(string type, ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> metadata) =>
        new(new StreamName("activity-1"), 3, new Position(42), Guid.Empty, type, data, metadata, Instant.FromUtc(2026, 1, 1, 0, 0));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");
    private static string Golden(string file) => File.ReadAllText(Path.Combine(Folder, file + ".json")).TrimEnd('\n');

    private static void WriteIfAsked(string file, ReadOnlySpan<byte> json)
    {
        if (Environment.GetEnvironmentVariable("VUOSIKELLO_WRITE_GOLDEN") is not { Length: > 0 } folder) return;
        string path = Path.Combine(folder, file + ".json");
        if (!File.Exists(path)) File.WriteAllText(path, Encoding.UTF8.GetString(json) + "\n");
    }
}
