namespace Vuosikello.Events.Sqlite;

/// <summary>An append that waits for its turn. Whoever waits for it goes on elsewhere, never on the writer's thread.</summary>
internal sealed class PendingAppend(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct)
    : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private AppendResult _result;
    private Exception? _problem;

    public StreamName Stream => stream;
    public ExpectedVersion Expected => expected;
    public IReadOnlyList<EventData> Events => events;
    public CancellationToken Cancellation => ct;

    /// <summary>Keeps the outcome until the transaction is on disk.</summary>
    public void Decided(AppendResult result) => _result = result;

    /// <summary>Keeps the outcome until the transaction is on disk: the version that stood against it may yet be rolled back.</summary>
    public void Decided(Exception problem) => _problem = problem;

    /// <summary>Tells the outcome.</summary>
    public void Tell()
    {
        if (_problem is null) TrySetResult(_result);
        else TrySetException(_problem);
    }
}
