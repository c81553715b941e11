namespace Vuosikello.Events;

/// <summary>Whether the store takes appends now, as far as is known: what pages and health tell people as "read only for now".</summary>
public interface IStoreCondition
{
    /// <summary>False from when the store is found to be away until it is found to be back; nobody has to try for that.</summary>
    bool CanWrite { get; }

    /// <summary>Completes when <see cref="CanWrite"/> is what is asked for; at once when it is.</summary>
    Task Until(bool canWrite, CancellationToken ct = default);
}

/// <summary>Of a store within the same process: what keeps it from writing (a full disk) is found out by the append itself, and may be over at the next.</summary>
public sealed class AlwaysWritable : IStoreCondition
{
    /// <inheritdoc />
    public bool CanWrite => true;

    /// <inheritdoc />
    public Task Until(bool canWrite, CancellationToken ct = default) => canWrite ? Task.CompletedTask : Task.Delay(Timeout.Infinite, ct);
}
