using System.Security.Cryptography;
using Vuosikello.ServerKit;

namespace Vuosikello.Server.Tests;

/// <summary>What keeps the server from starting is told in one line, with what to do, and harms nothing.</summary>
public sealed class When_it_cannot_start
{
    private const string Production = "Production";

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to_is_named()
    {
        using var disk = SmallDisk.Mount("1m");
        if (disk is null) Assert.Skip("This test mounts a small disk, which only root on Linux may do.");
        disk.MakeReadOnly();

        await using var server = RunningServer.Launch(disk.Path, Production);

        await Refuses(server, 69, disk.Path, "Choose a folder that can be written to");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_data_folder_is_named_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        await using var server = RunningServer.Launch(file, Production);

        await Refuses(server, 69, file, "Choose a folder");
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_cut_in_half_is_told_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await RunningServer.Start(folder.Path)) await before.Stop();
        string database = Path.Combine(folder.Path, "events.db");
        await using (var file = File.OpenWrite(database)) file.SetLength(file.Length / 2);
        var bytes = await Hash(database);

        await using var server = RunningServer.Launch(folder.Path, Production);

        await Refuses(server, 65, folder.Path, "damaged", "backup");
        Assert.Equal(bytes, await Hash(database));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_ends_and_the_first_goes_on()
    {
        using var folder = new TemporaryFolder();
        await using var first = await RunningServer.Start(folder.Path);

        await using (var second = RunningServer.Launch(folder.Path, Production)) await Refuses(second, 69, folder.Path, "in use by another server");

        using var client = await first.Client(Members.KuumaCoordinator);
        Assert.Equal(System.Net.HttpStatusCode.Created, (await Plans.Plan(client, 2009, "Ensimmäinen palvelin toimii")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using var first = await RunningServer.Start(folder.Path, Production);
        string taken = first.Address.GetLeftPart(UriPartial.Authority);

        await using var second = RunningServer.Launch(other.Path, Production, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = taken });

        await Refuses(second, 73, taken, "--urls");
    }

    private static async Task Refuses(RunningServer server, int code, params string[] told)
    {
        await server.WaitForExit();
        Assert.Equal(code, server.ExitCode);
        string line = Assert.Single(server.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("vuosikello: ", line, StringComparison.Ordinal);
        foreach (string part in told) Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Output, StringComparison.Ordinal);
    }

    private static async Task<string> Hash(string file) =>
        Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
}
