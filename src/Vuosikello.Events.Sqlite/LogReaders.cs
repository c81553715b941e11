using System.Collections.Concurrent;

namespace Vuosikello.Events.Sqlite;

/// <summary>Readers that wait to be used again.</summary>
internal sealed class LogReaders(Func<LogReader> open, string folder) : IDisposable
{
    private readonly ConcurrentBag<LogReader> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads with a reader of the caller's own. Writers and other readers are not in its way.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be read, or the store is closed.</exception>
    /// <exception cref="StoreDamagedException">What is in the file cannot be right.</exception>
    public List<RecordedEvent> Read<TArguments>(TArguments arguments, Func<LogReader, TArguments, List<RecordedEvent>> read)
    {
        if (_closed) throw new StoreUnavailableException($"The event log in '{folder}' is closed: the server is stopping.", transient: false);
        LogReader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader)) reader = open();
            return read(reader, arguments);
        }
        catch (Exception problem)
        {
            reader?.Dispose();
            reader = null;
            var explained = Failures.Explain(problem, folder);
            if (ReferenceEquals(explained, problem)) throw;
            throw explained;
        }
        finally
        {
            if (reader is not null) GiveBack(reader);
        }
    }

    private void GiveBack(LogReader reader)
    {
        _idle.Add(reader);
        if (_closed) Dispose();
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }
}
