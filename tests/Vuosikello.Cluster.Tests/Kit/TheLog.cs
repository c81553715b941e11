using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Cluster.Tests.Kit;

/// <summary>What is in the log in the end, read past all servers.</summary>
internal static class TheLog
{
    /// <summary>All events, after checking that none is there twice, that every stream goes on without a gap, and that every hash fits.</summary>
    public static async Task<IReadOnlyList<RecordedEvent>> Sound(Instances instances)
    {
        await using var store = instances.Open();
        var events = new List<RecordedEvent>();
        // The check knows each stream's last version and hash: a gap, a repetition and a change are all misfits.
        var check = new LogCheck(positionsFollow: false);
        await foreach (var e in store.ReadAll(Position.Start, TestContext.Current.CancellationToken))
        {
            if (check.Next(e) is { } misfit) Assert.Fail($"{misfit} at {e.Position}, {e.Stream} version {e.Version}");
            events.Add(e);
        }
        Assert.Equal(0, check.WithoutHash);
        // An event's id follows from its command, so a command that was carried out twice would be seen here.
        Assert.Empty(events.GroupBy(e => e.Id).Where(g => g.Skip(1).Any()).Select(g => $"{g.Key} stands at {string.Join(", ", g.Select(e => $"{e.Stream} {e.Version}"))}"));
        return events;
    }
}
