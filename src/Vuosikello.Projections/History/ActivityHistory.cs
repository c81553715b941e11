using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Projections.History;

/// <summary>The history is read from the activity's own stream when somebody asks: it is short, and asked for rarely.</summary>
internal sealed class ActivityHistory(IEventStore store) : IActivityHistory
{
    public async ValueTask<IReadOnlyList<ActivityChange>> Of(ActivityId activity, CancellationToken ct)
    {
        List<ActivityChange> changes = [];
        Activity? state = null;
        await foreach (var recorded in store.ReadStream(Streams.Of(activity), ct: ct))
        {
            var fact = EventSerializer.Deserialize(recorded);
            changes.Add(new(fact.Version, recorded.Position, fact.Event, fact.Stamp, state));
            state = Activity.Evolve(state, fact);
        }
        return changes;
    }
}
