namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>Counts, and completes what waits for a count.</summary>
internal sealed class Signal
{
    private readonly Lock _gate = new();
    private readonly List<(long At, TaskCompletionSource Reached)> _waiting = [];
    private long _count;

    public void Note()
    {
        List<TaskCompletionSource> reached;
        lock (_gate)
        {
            _count++;
            reached = [.. _waiting.Where(w => w.At <= _count).Select(w => w.Reached)];
            _waiting.RemoveAll(w => w.At <= _count);
        }
        foreach (var r in reached) r.TrySetResult();
    }

    /// <summary>Completes after so many more.</summary>
    public Task After(int more)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate) _waiting.Add((_count + more, reached));
        return reached.Task;
    }
}
