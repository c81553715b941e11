using System.Buffers;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.Proof;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verb <c>verify</c>, run as people run it: the built program, a file or a folder, and nothing else.</summary>
public sealed class Checking_the_proof : IDisposable
{
    private static readonly StreamName Stream = new("round-kuuma-seutu/kevat");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_export_is_checked_in_a_folder_where_there_is_nothing_else()
    {
        var export = Sound();

        var (code, output) = await VerifyFile(export);

        Assert.Equal(0, code);
        Assert.Contains("Everything fits: the file has 3 events", output, StringComparison.Ordinal);
        Assert.Contains($"event 2, hash {export.Streams[0].Head.Hash}", output, StringComparison.Ordinal);
        Assert.Equal(["export.json"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_first_event_that_does_not_fit_is_named()
    {
        var export = Sound();
        var events = export.Streams[0].Events.ToArray();
        events[1] = events[1] with { Event = events[1].Event with { Data = "{\"title\":{\"fi\":\"Sopimatta\"}}"u8.ToArray() } };

        var (code, output) = await VerifyFile(export with { Streams = [export.Streams[0] with { Events = events }] });

        Assert.Equal(1, code);
        Assert.Contains("The first event that does not fit: Comment round kuuma-seutu/kevat, event 1: Title changed. Its hash", output, StringComparison.Ordinal);
        Assert.Contains("Stored in the stream round-kuuma-seutu/kevat as version 1 (activity-retitled.v1).", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_noted_hash_must_still_be_there()
    {
        var export = Sound();

        var (code, output) = await VerifyFile(export, "--head", export.Streams[0].Events[1].Hash.ToString());
        Assert.Equal((0, true), (code, output.Contains("The noted hash was found: Comment round kuuma-seutu/kevat, event 1", StringComparison.Ordinal)));

        (code, output) = await VerifyFile(export, "--head", new string('a', 64));
        Assert.Equal((1, true), (code, output.Contains("No event has the noted hash", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("is not a hash", "export.json", "--head", "abc")]
    [InlineData("'--haed' is not known here", "export.json", "--haed", "abc")]
    [InlineData("'--haed' is not known here", "--haed", "abc")]
    [InlineData("Required argument missing", "export.json", "--head")]
    [InlineData("Could not find file", "missing.json")]
    [InlineData("is not an export of Vuosikello", "other.json")]
    [InlineData("either a file or a data folder", "export.json", "--data-folder", "data")]
    [InlineData("only one of them", "--data-folder", "data", "--store", "esdb://127.0.0.1:1")]
    [InlineData("The connection string of EventStoreDB is wrong", "--store", "esbd://127.0.0.1:1")]
    [InlineData("There is no event log", "--store", "data")]
    [InlineData("There is no event log", "--data-folder", "data")]
    public async Task What_cannot_be_checked_is_said_and_ends_with_2(string said, params string[] words)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "export.json"), Written(Sound()), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "other.json"), "{}", TestContext.Current.CancellationToken);

        var (code, output) = await Verify(words);

        Assert.Equal((2, true), (code, output.Contains(said, StringComparison.Ordinal)));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data")));
    }

    [Fact]
    public async Task The_log_of_a_server_with_the_demo_fits_and_what_is_done_to_it_is_found()
    {
        using var data = new TemporaryFolder();
        await using (var server = await RunningServer.Start(data.Path))
        {
            Assert.Equal((2, true), Says(await Verify("--data-folder", data.Path), "in use by another server"));
            await server.Stop();
        }
        Assert.Equal((0, true), Says(await Verify("--data-folder", data.Path), "Everything fits"));

        string database = Path.Combine(data.Path, "events.db");
        File.Copy(database, database + ".sound");
        Execute(database, "UPDATE events SET metadata = CAST(replace(CAST(metadata AS TEXT), '\"at\":\"20', '\"at\":\"19') AS BLOB) WHERE position = 100");
        Assert.Equal((1, true), Says(await Verify("--data-folder", data.Path), "It stands at position 100."));

        File.Copy(database + ".sound", database, overwrite: true);
        Execute(database, "DELETE FROM events WHERE position = (SELECT max(position) FROM events)");
        Assert.Equal((1, true), Says(await Verify("--data-folder", data.Path), "Events are missing from the end of the log"));
    }

    private static (int, bool) Says((int Code, string Output) ended, string text)
    {
        Assert.True(ended.Output.Contains(text, StringComparison.Ordinal), ended.Output);
        return (ended.Code, true);
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private async Task<(int Code, string Output)> VerifyFile(Export export, params string[] more)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "export.json"), Written(export), TestContext.Current.CancellationToken);
        return await Verify(["export.json", .. more]);
    }

    private async Task<(int Code, string Output)> Verify(params string[] words)
    {
        var start = new ProcessStartInfo(RunningServer.Program, ["verify", .. words])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = "fi_FI.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private static byte[] Written(Export export)
    {
        var to = new ArrayBufferWriter<byte>();
        ExportWriter.Write(export, to);
        return to.WrittenSpan.ToArray();
    }

    private static Export Sound()
    {
        var events = new EventData[3];
        for (int i = 0; i < events.Length; i++)
            events[i] = new(new Guid(i, 0, 0, new byte[8]), "activity-retitled.v1", "{\"title\":{\"fi\":\"Tilat\"}}"u8.ToArray(), "{\"at\":\"2026-11-22T03:30:00Z\"}"u8.ToArray());
        EventChain.Seal(Stream, 0, default, events);
        var recorded = events.Select((e, i) => new RecordedEvent(Stream, i, new(i + 1), e.Id, e.Type, e.Data, e.Metadata, Instant.MinValue));
        return Export.Of(Instant.FromUtc(2026, 11, 22, 4, 0), [ExportedStream.Of(Stream, recorded)]);
    }
}
