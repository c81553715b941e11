using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections;

/// <summary>A view's keeper: folds the log into what its queries answer. Only the <see cref="Hosting.ProjectionHost"/> writes to it; anybody reads.</summary>
internal interface IProjection
{
    /// <summary>Its name in snapshots and dumps.</summary>
    string Name { get; }

    /// <summary>Folds one more event; each comes once, in the log's order. Events that do not concern it are passed over.</summary>
    /// <param name="changes">Takes what was touched; null while nobody can have seen anything yet.</param>
    void Apply(in Recorded recorded, List<ViewChange>? changes);

    /// <summary>Takes hold of the state as it is now; what comes back is written later, on another thread, while events go on coming.</summary>
    IReadOnlyList<SnapshotSegment> Capture();

    /// <summary>Reads one segment that <see cref="Capture"/> gave; segments may be read at the same time and in any order.</summary>
    void Load(SnapshotReader segment);

    /// <summary>Forgets everything.</summary>
    void Clear();

    /// <summary>All it holds, each thing under a name of its own, for comparing two states.</summary>
    IEnumerable<KeyValuePair<string, object>> Contents();
}

/// <summary>An event of the log, read and brought up to its newest version.</summary>
/// <param name="Id">Of the event in the store.</param>
internal readonly record struct Recorded(StreamName Stream, Position Position, Guid Id, Fact Fact);
