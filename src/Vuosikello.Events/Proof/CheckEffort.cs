namespace Vuosikello.Events.Proof;

/// <summary>
/// What a check has cost so far, in characters of text made anew and items copied: a small file can say "that long text again"
/// thousands of times. Charged before the work is done, so that no single event costs more than is left. Not for two threads at a time.
/// </summary>
/// <param name="most">The most that it may cost.</param>
/// <param name="ct">Looked at with each charge.</param>
internal sealed class CheckEffort(long most, CancellationToken ct = default)
{
    private long _left = most;

    /// <exception cref="TooLargeToCheckException">That is more than is left.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Spend(long effort)
    {
        ct.ThrowIfCancellationRequested();
        if ((_left -= effort) < 0) throw new TooLargeToCheckException();
    }
}

/// <summary>An export may be sound, but to check it takes more than the check was given.</summary>
public sealed class TooLargeToCheckException(Exception? inner = null) : Exception("The export takes too long to check here.", inner);
