namespace Vuosikello.Web.Tests;

/// <summary>The data of a server to which the demo has been told: telling it takes seconds, and nearly every test wants it.</summary>
internal static class ToldDemo
{
    private static readonly Lazy<string> Folder = new(Tell);

    public static void CopyTo(string folder)
    {
        foreach (string directory in Directory.EnumerateDirectories(Folder.Value, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(folder, Path.GetRelativePath(Folder.Value, directory)));
        foreach (string file in Directory.EnumerateFiles(Folder.Value, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(Folder.Value, file)));
    }

    private static string Tell()
    {
        using var site = new Site { TellsTheDemo = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(site.DataFolder, recursive: true);
        site.CreateClient().Dispose();
        return site.DataFolder;
    }
}
