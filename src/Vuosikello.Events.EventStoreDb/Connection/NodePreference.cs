namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>
/// Which node the subscriptions are read from; while there is none of that kind, from the leader. Appends, and readings that must not be
/// stale, always go to the leader.
/// </summary>
public enum NodePreference
{
    Leader,
    Follower,
    ReadOnlyReplica,
    Random,
}
