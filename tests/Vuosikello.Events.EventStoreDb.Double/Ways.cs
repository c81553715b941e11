using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Vuosikello.Events.EventStoreDb.Grpc;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>
/// What lies between the nodes and each of their users, so that one of several clients can be cut off from the cluster, or slowed down, while the others
/// are not. A client is known by the user name in its connection string.
/// </summary>
internal sealed class Ways
{
    private readonly ConcurrentDictionary<string, bool> _cut = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _slow = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _dropped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Passage, bool> _underWay = new();

    /// <summary>Breaks off all that a user has under way, and lets nothing of the user in until <see cref="Mend"/>.</summary>
    public void Cut(string user)
    {
        _cut[user] = true;
        BreakOff(user);
    }

    /// <summary>Breaks off all that a user has under way; it may come again at once.</summary>
    public void BreakOff(string user)
    {
        foreach (var passage in _underWay.Keys)
            if (passage.User == user) passage.Abort();
    }

    /// <summary>Each call and each message of an answer to the user takes so much longer.</summary>
    public void Slow(string user, TimeSpan delay) => _slow[user] = delay;

    /// <summary>The next event to the user is not sent: who reads is told to have been too slow for it.</summary>
    public void Drop(string user) => _dropped[user] = true;

    /// <summary>The user's password is none that the nodes know.</summary>
    public void Refuse(string user) => _refused[user] = true;

    public void Mend(string user)
    {
        _cut.TryRemove(user, out _);
        _refused.TryRemove(user, out _);
        _slow.TryRemove(user, out _);
    }

    /// <summary>Lets a call in, late or not at all.</summary>
    /// <returns>To be disposed when the call is over.</returns>
    /// <exception cref="OperationCanceledException">The user is cut off.</exception>
    /// <exception cref="CallFailure">The user's password is wrong.</exception>
    public async Task<IDisposable> Enter(HttpContext call, AnswerWriter answer)
    {
        string user = UserOf(call);
        if (_refused.ContainsKey(user)) throw new CallFailure(GrpcStatus.Unauthenticated, "Bad HTTP status code: Unauthorized");
        answer.Delay = () => _slow.GetValueOrDefault(user);
        if (call.Request.Path.Value!.EndsWith("/Read", StringComparison.Ordinal)) answer.Drops = () => _dropped.TryRemove(user, out _);
        if (_slow.TryGetValue(user, out var delay)) await Task.Delay(delay, call.RequestAborted);
        var passage = new Passage(call, user, gone => _underWay.TryRemove(gone, out _));
        _underWay[passage] = true;
        if (!_cut.ContainsKey(user)) return passage;
        passage.Dispose();
        throw new OperationCanceledException("The user is cut off.");
    }

    private static string UserOf(HttpContext call) =>
        call.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var sealedUser]
            ? Encoding.UTF8.GetString(Convert.FromBase64String(sealedUser)).Split(':')[0]
            : "";

    /// <summary>A call under way. After its end its context is another call's, which is not to be broken off.</summary>
    private sealed class Passage(HttpContext call, string user, Action<Passage> leave) : IDisposable
    {
        private readonly Lock _gate = new();
        private bool _isOver;

        public string User => user;

        public void Abort()
        {
            lock (_gate)
                if (!_isOver) call.Abort();
        }

        public void Dispose()
        {
            lock (_gate) _isOver = true;
            leave(this);
        }
    }
}
