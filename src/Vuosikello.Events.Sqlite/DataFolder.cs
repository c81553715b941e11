namespace Vuosikello.Events.Sqlite;

/// <summary>The folder that holds the log, held by one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }
    public string Database => DatabaseIn(Path);
    public string UnfinishedDatabase => Database + ".new";
    public string WriteAheadLog => Database + "-wal";

    public static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "events.db");

    /// <summary>Makes the folder when it is not there, and takes its lock; the operating system frees it if the process dies.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be made or written to, or another server holds it.</exception>
    public static DataFolder Take(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failures.Explain(problem, full);
        }
        return new DataFolder(full, Lock(full));
    }

    private static FileStream Lock(string folder)
    {
        string file = System.IO.Path.Combine(folder, "events.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (IsHeldByAnother(problem))
        {
            throw new StoreUnavailableException(
                $"The data folder '{folder}' is in use by another server. Stop that one first, or give this one a folder of its own.",
                transient: false, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failures.Explain(problem, folder);
        }
    }

    // EWOULDBLOCK on Linux and macOS, a sharing or lock violation on Windows.
    private static bool IsHeldByAnother(IOException problem) =>
        (problem.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    public void Dispose() => _lock.Dispose();
}
