namespace Vuosikello.Architecture.Tests.Operating;

/// <summary>The scripts that copy EventStoreDB's files, over files of the same names.</summary>
public sealed class Backing_up_by_copying_files : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vuosikello-backup-").FullName;

    private string Data => Path.Combine(_folder, "data");
    private string Backup => Path.Combine(_folder, "backup");
    private string Restored => Path.Combine(_folder, "restored");

    private static readonly string[] Log = ["chaser.chk", "chunk-000000.000000", "chunk-000001.000002", "epoch.chk", "proposal.chk", "truncate.chk", "writer.chk"];
    private static readonly string[] Index = ["index/indexmap", "index/5a1a8395-94ee-40c1-bf93-aa757b5887f8", "index/stream-existence/streamExistenceFilter.chk", "index/stream-existence/streamExistenceFilter.dat"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_that_is_restored_is_the_whole_log_cut_off_where_its_chaser_was()
    {
        Fill();
        await Succeeds("backup.sh", Data, Backup);
        Directory.CreateDirectory(Restored);
        await Succeeds("restore.sh", Backup, Restored);

        Assert.All([.. Log.Except(["truncate.chk"], StringComparer.Ordinal), .. Index], file => Assert.Equal(file, File.ReadAllText(Path.Combine(Restored, file))));
        Assert.Equal("chaser.chk", File.ReadAllText(Path.Combine(Restored, "truncate.chk")));
    }

    [Fact]
    public async Task What_points_to_a_file_is_copied_before_it()
    {
        Fill();
        await Succeeds("backup.sh", Data, Backup);
        var order = new[] { Index[2], Index[3], "writer.chk", "chunk-000001.000002" }.Select(file => Changed(Path.Combine(Backup, file))).ToArray();

        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Length, order.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_no_two_logs_are_mixed()
    {
        Fill();
        Directory.CreateDirectory(Backup);
        await Fails("is there already", "backup.sh", Data, Backup);
        Directory.Delete(Backup);
        await Fails("no chaser.chk", "backup.sh", _folder, Backup);
        await Succeeds("backup.sh", Data, Backup);
        await Fails("is not empty", "restore.sh", Backup, Data);
        await Fails("is no backup", "restore.sh", _folder, Data);
    }

    private void Fill()
    {
        foreach (string file in (string[])[.. Log, .. Index])
        {
            string path = Path.Combine(Data, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
        }
    }

    // The copies carry the originals' times; when they themselves came to be is what the file system notes of them (%Z, to the nanosecond).
    private static decimal Changed(string file)
    {
        var (code, output) = Pages.Run("stat", ["-c", "%.9Z", file]).GetAwaiter().GetResult();
        Assert.Equal(0, code);
        return decimal.Parse(output, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Succeeds(string script, params string[] arguments)
    {
        var (code, output) = await Pages.Run("bash", [Path.Combine(Pages.Folder, script), .. arguments]);
        Assert.True(code == 0, output);
    }

    private static async Task Fails(string why, string script, params string[] arguments)
    {
        var (code, output) = await Pages.Run("bash", [Path.Combine(Pages.Folder, script), .. arguments]);
        Assert.Equal(1, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
    }
}
