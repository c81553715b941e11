using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using Vuosikello.Events;
using Vuosikello.Events.Sqlite;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>The verbs <c>backup</c> and <c>restore</c>, run as people run them, beside a server that goes on.</summary>
public sealed class Backing_up : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Under_writes_a_backup_is_the_beginning_of_the_log_with_everybody_whom_it_names()
    {
        string home = Folder("home"), back = Folder("back");
        await using (var server = await RunningServer.Start(home))
        {
            using var client = await server.Client(Members.KuumaCoordinator);
            var (many, written) = (new TaskCompletionSource(), 0);
            var writing = new Writer(1, new Random(5)).Write(client, () =>
            {
                if (Interlocked.Increment(ref written) == 40) many.SetResult();
            });
            await Says(0, "each read again and as it was written", "backup", Folder("backups"), "--data-folder", home);
            await many.Task;
            await Says(0, "Backed up into", "backup", Folder("backups"), "--data-folder", home);
            await server.Stop();
            await writing;
        }

        await Says(0, "What is left to do", "restore", Latest(), "--data-folder", back);

        string[] restored = await LogIn(back), whole = await LogIn(home);
        Assert.InRange(restored.Length, 400, whole.Length);
        Assert.Equal(whole[..restored.Length], restored);
        await Says(0, "Everything fits", "verify", "--data-folder", back);
        await using var again = await RunningServer.Start(back);
        using var visitor = await again.Client(Members.KuumaCoordinator);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/kuuma-seutu/history", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task What_is_restored_has_every_event_every_view_every_row_and_every_key()
    {
        string home = Folder("home"), back = Folder("back");
        await using (var server = await RunningServer.Start(home))
        {
            using var client = await server.Client(Members.OmenapuuEditor);
            using var looked = await client.PostAsJsonAsync("/api/partnerships/kuuma-seutu/changes/seen", new { }, Ct);
            await Says(0, "Backed up into", "backup", Folder("backups"), "--data-folder", home);
            await server.Stop();
        }

        await Says(0, "Restored into", "restore", Latest() + "/", "--data-folder", back + "/");

        Assert.Equal(await LogIn(home), await LogIn(back));
        Assert.Equal(Rows(Path.Combine(home, "accounts.db")), Rows(Path.Combine(back, "accounts.db")));
        Assert.Equal(Keys(home), Keys(back));
        // The views that the server left, beside the log that came back: they must be those of a rebuild from it.
        File.Copy(Path.Combine(home, "views.snapshot"), Path.Combine(back, "views.snapshot"));
        await Says(0, "The views equal a rebuild", "rebuild", "--verify", "--data-folder", back);
    }

    [Fact]
    public async Task A_backup_made_by_the_version_before_is_restored_and_brought_up_at_the_start()
    {
        string backup = Folder("old"), back = Folder("back");
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Fixtures", "backup-before-audit.zip"), backup);

        await Says(0, "Restored into", "restore", backup, "--data-folder", back);

        await using var server = await RunningServer.Start(back, "Production");
        using var visitor = await server.Client();
        var partnerships = await visitor.GetFromJsonAsync<JsonElement[]>("/api/partnerships", Ct);
        Assert.Equal("vanha-seutu", Assert.Single(partnerships!).GetProperty("id").GetString());
        Assert.DoesNotContain("/first/", server.Output, StringComparison.Ordinal);
        Assert.Contains(Rows(Path.Combine(back, "accounts.db")), row => row.Contains("Yllä Pitäjä", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_erased_since_whom_older_accounts_still_know_is_erased_again_at_the_start()
    {
        const string Address = "jasen-20@vuosikello.example";
        string home = Folder("home");
        await using (var server = await RunningServer.Start(home))
        {
            await Says(0, "Backed up into", "backup", Folder("backups"), "--data-folder", home);
            using var person = await server.Client(Members.OmenapuuEditor);
            using var erase = new HttpRequestMessage(HttpMethod.Delete, "/api/account");
            using var answer = await person.SendAsync(erase, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Gone(home, Address);
            await server.Stop();
        }
        File.Copy(Path.Combine(Latest(), "accounts.db"), Path.Combine(home, "accounts.db"), overwrite: true);
        Assert.NotEmpty(new Traces(Address).FilesIn(home));

        await using var again = await RunningServer.Start(home, "Production");

        await Gone(home, Address);
    }

    [Fact]
    public async Task Backups_whose_time_is_over_are_taken_away_and_with_them_who_was_erased()
    {
        string home = Folder("home"), backups = Folder("backups");
        await Says(0, "Restored into", "restore", Old(), "--data-folder", home);
        string old = Path.Combine(backups, "vuosikello-2026-01-01T00-00-00-000Z"), notOurs = Path.Combine(backups, "vuosikello-notes");
        Directory.Move(Old(), old);
        Directory.CreateDirectory(notOurs);
        File.WriteAllText(Path.Combine(old, "manifest.json"), File.ReadAllText(Path.Combine(old, "manifest.json")).Replace("2026-11-22", "2026-01-01", StringComparison.Ordinal));

        await Says(0, "No older backup was taken away", "backup", backups, "--data-folder", home, "--keep-days", "0");
        Assert.True(Directory.Exists(old));
        await Says(0, "Taken away, older than 35 days: vuosikello-2026-01-01T00-00-00-000Z", "backup", backups, "--data-folder", home);

        Assert.False(Directory.Exists(old));
        Assert.True(Directory.Exists(notOurs));
    }

    [Fact]
    public async Task Nothing_is_restored_over_data_nor_from_a_backup_that_is_not_whole()
    {
        string home = Folder("home");
        await Says(0, "Restored into", "restore", Old(), "--data-folder", home);
        await Says(64, "is not empty, so nothing was restored", "restore", Old(), "--data-folder", home);
        await Says(65, "it is no backup of Vuosikello", "restore", Folder("empty"), "--data-folder", Folder("other"));

        byte[] bytes = File.ReadAllBytes(Path.Combine(Old(), "events.db"));
        bytes[^100] ^= 1;
        File.WriteAllBytes(Path.Combine(Old(), "events.db"), bytes);
        await Says(65, "is not as it was when the backup was made", "restore", Old(), "--data-folder", Folder("other"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder("other")));
    }

    [Theory]
    [InlineData(64, "is in the server's data folder", "backup", "HOME/backups", "--data-folder", "HOME")]
    [InlineData(64, "--keep-days has to be 0 or more", "backup", "BACKUPS", "--data-folder", "HOME", "--keep-days", "-1")]
    [InlineData(64, "Required argument missing", "backup")]
    [InlineData(69, "There is no event log in", "backup", "BACKUPS", "--data-folder", "HOME")]
    [InlineData(69, "There is no folder", "backup", "BACKUPS", "--data-folder", "HOME/none")]
    public async Task What_cannot_be_backed_up_is_told_and_nothing_is_left(int code, string text, params string[] words)
    {
        string home = Folder("home"), backups = Folder("backups");

        await Says(code, text, [.. words.Select(word => word.Replace("HOME", home, StringComparison.Ordinal).Replace("BACKUPS", backups, StringComparison.Ordinal))]);

        Assert.Empty(Directory.EnumerateFileSystemEntries(home));
        Assert.Empty(Directory.EnumerateFileSystemEntries(backups));
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    private string Latest() => Directory.EnumerateDirectories(Folder("backups"), "vuosikello-*").Max(StringComparer.Ordinal)!;

    private string Old()
    {
        string folder = Folder("old");
        if (!File.Exists(Path.Combine(folder, "manifest.json"))) ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Fixtures", "backup-before-audit.zip"), folder);
        return folder;
    }

    private static async Task<string> Says(int code, string text, params string[] words)
    {
        await using var verb = RunningVerb.Start(new Dictionary<string, string>(), words);
        var (ended, said) = await verb.End();
        Assert.True(code == ended && said.Contains(text, StringComparison.Ordinal), $"{ended.ToString(CultureInfo.InvariantCulture)}: {said}");
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return said;
    }

    private static async Task Gone(string folder, string address)
    {
        var traces = new Traces(address);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (traces.FilesIn(folder).Count > 0) await Task.Delay(100, limit.Token);
    }

    private static string[] Keys(string folder) => [.. Directory.EnumerateFiles(Path.Combine(folder, "keys")).Select(file => Path.GetFileName(file) + File.ReadAllText(file)).Order(StringComparer.Ordinal)];

    private static async Task<string[]> LogIn(string folder)
    {
        await using var store = SqliteEventStore.Open(folder, SystemClock.Instance);
        var log = new List<string>();
        await foreach (var e in store.ReadAll(Position.Start, Ct))
            log.Add($"{e.Position} {e.Stream} {e.Version} {e.Id} {e.Type} {Convert.ToHexString(e.Data.Span)} {Convert.ToHexString(e.Metadata.Span)} {e.RecordedAt}");
        return [.. log];
    }

    /// <summary>Every row of every table, as text.</summary>
    private static List<string> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var rows = new List<string>();
        foreach (string table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"))
            rows.AddRange(Read(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        return rows;
    }

    private static List<string> Read(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        return rows;
    }
}
