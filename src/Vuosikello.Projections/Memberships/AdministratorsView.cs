using Vuosikello.Domain.Administration;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Memberships;

/// <summary>The administrators of the server.</summary>
internal sealed class AdministratorsView : IProjection
{
    private volatile Administrators? _state;

    public string Name => "administrators";

    /// <summary>Null before the first.</summary>
    public Administrators? State => _state;

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (recorded.Stream != Streams.OfAdministrators) return;
        _state = Administrators.Evolve(_state, recorded.Fact);
        changes?.Add(new(ViewChange.OfServer, null, null, recorded.Position, recorded.Stream));
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var state = _state;
        return [new(Name, writer =>
        {
            writer.Count(state is null ? 0 : 1);
            if (state is not null) writer.Text(SnapshotJson.Write(state));
        })];
    }

    public void Load(SnapshotReader segment)
    {
        for (int left = segment.Count(); left > 0; left--) _state = SnapshotJson.Read<Administrators>(segment.Text());
    }

    public void Clear() => _state = null;

    public IEnumerable<KeyValuePair<string, object>> Contents() => _state is { } state ? [new(Name, state)] : [];
}
