using System.Security.Cryptography;

namespace Vuosikello.Web.Backup;

/// <summary>The files of a backup on the disk: for their owner alone, as there are keys and persons among them.</summary>
internal static class BackupFiles
{
    /// <summary>Makes a folder that nobody else on this machine can look into.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What is in a folder now, but the manifest.</summary>
    public static IReadOnlyList<BackedUpFile> ListOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(found => found.Name != BackupManifest.Name).OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new BackedUpFile(found.Name, new FileInfo(found.File).Length, HashOf(found.File))),
    ];

    /// <exception cref="UnusableBackupException">A file is missing or is not as it was written, or leads out of the folder.</exception>
    public static void Check(string folder, BackupManifest manifest)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        foreach (var file in manifest.Files)
        {
            string path = Path.GetFullPath(Path.Combine(folder, file.Name));
            if (!path.StartsWith(root, StringComparison.Ordinal)) throw new UnusableBackupException($"The backup names a file outside of its folder: {file.Name}.");
            if (!File.Exists(path)) throw new UnusableBackupException($"{file.Name} is missing from the backup in {folder}. Take another one.");
            if (new FileInfo(path).Length != file.Octets || HashOf(path) != file.Sha256)
                throw new UnusableBackupException($"{file.Name} in {folder} is not as it was when the backup was made. Take another one.");
        }
    }

    public static void Copy(string from, string to, BackupManifest manifest)
    {
        foreach (var file in manifest.Files)
        {
            string target = Path.Combine(to, file.Name);
            MakePrivate(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(from, file.Name), target);
        }
    }

    private static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
