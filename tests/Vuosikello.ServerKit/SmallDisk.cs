using System.Diagnostics;

namespace Vuosikello.ServerKit;

/// <summary>A disk of its own in memory, which can be full or not to be written to. Only root on Linux may mount one.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk() { }

    public string Path => _folder.Path;

    /// <summary>Null where this program may not mount a disk.</summary>
    /// <param name="size">As tmpfs wants it, such as <c>4m</c>.</param>
    public static SmallDisk? Mount(string size)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk.Path)) return disk;
        disk._folder.Dispose();
        return null;
    }

    public void Resize(string size) => Remount($"size={size}");

    public void MakeReadOnly() => Remount("ro");

    public void Dispose()
    {
        if (!Run("umount", Path)) throw new InvalidOperationException($"The disk at {Path} could not be unmounted.");
        _folder.Dispose();
    }

    private void Remount(string options)
    {
        if (!Run("mount", "-o", $"remount,{options}", Path)) throw new InvalidOperationException($"The disk at {Path} could not be mounted with {options}.");
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{command} cannot be run.");
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
