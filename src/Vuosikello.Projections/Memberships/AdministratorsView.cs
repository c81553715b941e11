using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.Memberships;

/// <summary>The administrators of the server, and who was erased on it.</summary>
internal sealed class AdministratorsView : IProjection, IErasedPersons
{
    private volatile Administrators? _state;

    public string Name => "administrators";

    /// <summary>Null before the first.</summary>
    public Administrators? State => _state;

    IReadOnlyCollection<Guid> IErasedPersons.All => _state is { } state ? state.Erased : [];

    bool IErasedPersons.Include(MemberId member) => _state?.HasErased(member) == true;

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
