using Vuosikello.Events.EventStoreDb.Grpc;
using Vuosikello.Events.EventStoreDb.Protocol;

namespace Vuosikello.Events.EventStoreDb.Connection;

/// <summary>A member of the cluster that can be talked to.</summary>
internal readonly record struct Member(Endpoint At, MemberInfo.Types.VNodeState State);

/// <summary>Asks a node who is in the cluster.</summary>
internal static class Gossip
{
    public static readonly GrpcMethod<ClusterInfo> Method = new("/event_store.client.gossip.Gossip/Read", ClusterInfo.Parser);

    /// <summary>The members that the node takes for alive.</summary>
    /// <exception cref="GrpcException">The node gave no answer within the time.</exception>
    public static async Task<IReadOnlyList<Member>> Ask(GrpcChannel node, TimeSpan within, CancellationToken ct)
    {
        var cluster = await node.Ask(Method, [new Empty()], new CallOptions(Deadline: within), ct);
        return [.. cluster.Members.Where(m => m is { IsAlive: true, HttpEndPoint: not null }).Select(m => new Member(new Endpoint(m.HttpEndPoint.Address, (int)m.HttpEndPoint.Port), m.State))];
    }

    /// <summary>The member to read subscriptions from: one of the preferred kind, else the leader.</summary>
    public static Endpoint? Preferred(IReadOnlyList<Member> members, NodePreference preference, Random random)
    {
        var able = members.Where(m => m.State is MemberInfo.Types.VNodeState.Leader or MemberInfo.Types.VNodeState.Follower or MemberInfo.Types.VNodeState.ReadOnlyReplica).ToArray();
        var wanted = able.Where(m => preference switch
        {
            NodePreference.Follower => m.State == MemberInfo.Types.VNodeState.Follower,
            NodePreference.ReadOnlyReplica => m.State == MemberInfo.Types.VNodeState.ReadOnlyReplica,
            NodePreference.Random => true,
            _ => false,
        }).ToArray();
        return wanted.Length > 0 ? wanted[random.Next(wanted.Length)].At : Leader(members);
    }

    public static Endpoint? Leader(IReadOnlyList<Member> members) =>
        members.Where(m => m.State == MemberInfo.Types.VNodeState.Leader).Select(m => (Endpoint?)m.At).FirstOrDefault();
}
