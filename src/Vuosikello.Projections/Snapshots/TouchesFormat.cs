using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Projections.Snapshots;

/// <summary>The last changes of fields in a snapshot.</summary>
internal static class TouchesFormat
{
    public static void Write(SnapshotWriter to, Touches touches)
    {
        to.Count(touches.Count);
        foreach (var (field, touch) in touches.AsSpan())
        {
            to.Name(field);
            to.Number(touch.Version);
            to.Stamp(touch.Stamp);
        }
    }

    public static Touches Read(SnapshotReader from)
    {
        var items = new KeyValuePair<string, Touch>[from.Count()];
        for (int i = 0; i < items.Length; i++) items[i] = new(from.Name(), new Touch(from.Number(), from.Stamp()));
        return Touches.Of(items);
    }
}
