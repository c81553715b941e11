using System.Text.Json.Serialization;
using Vuosikello.Projections;

namespace Vuosikello.Web.Store;

/// <summary>How the server is, for those who watch it. Everything is told from memory: it is no load on the store, and waits for nothing.</summary>
/// <param name="Status"><c>ok</c>, <c>read-only</c> (nothing can be saved for now), <c>starting</c> (the views are not there yet) or <c>stopped</c> (they follow the log no more).</param>
public sealed record ServerHealth(string Status, StoreHealth Store, ViewsHealthReport Views)
{
    internal static ServerHealth Of(StoreFacts store, LogEnd end, ViewsProgress views) => new(
        views switch { { Failure: not null } => "stopped", { Ready: false } => "starting", _ => store.CanWrite ? "ok" : "read-only" },
        new(store.Kind, store.CanWrite, store.Since.ToString(), store.Reconnects, end.Known?.Value),
        new(views.Ready, views.Position.Value, end.Lag, views.Applied, views.Failure));
}

/// <summary>The event store, as far as is known without asking it.</summary>
/// <param name="Kind"><c>sqlite</c> or <c>eventstoredb</c>.</param>
/// <param name="CanWrite">Whether it takes appends now.</param>
/// <param name="Since">Since when it does, or does not; UTC, at the earliest since the start.</param>
/// <param name="Reconnects">How often following the log was broken off and begun again since the start.</param>
/// <param name="End">The end of the log as last known; null before the store has answered for the first time.</param>
public sealed record StoreHealth(string Kind, bool CanWrite, string Since, long Reconnects, long? End);

/// <summary>The views.</summary>
/// <param name="Ready">Whether they have caught up with the log as it was at the start, and follow it.</param>
/// <param name="Position">The position that they have reached.</param>
/// <param name="Lag">How far they are behind the end: events in the embedded store, bytes of the log in EventStoreDB.</param>
/// <param name="Applied">Events taken in since the start.</param>
/// <param name="Failure">Why they stopped for good; null while they follow.</param>
public sealed record ViewsHealthReport(bool Ready, long Position, long Lag, long Applied, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Failure);
