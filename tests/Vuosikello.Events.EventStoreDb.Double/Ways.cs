using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Vuosikello.Events.EventStoreDb.Double;

/// <summary>
/// What lies between the nodes and each of their users, so that one of several clients can be cut off from the cluster, or slowed down, while the others
/// are not. A client is known by the user name in its connection string.
/// </summary>
internal sealed class Ways
{
    private readonly ConcurrentDictionary<string, bool> _cut = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _slow = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<HttpContext, string> _underWay = new();

    /// <summary>Breaks off all that a user has under way, and lets nothing of the user in until <see cref="Mend"/>.</summary>
    public void Cut(string user)
    {
        _cut[user] = true;
        BreakOff(user);
    }

    /// <summary>Breaks off all that a user has under way; it may come again at once.</summary>
    public void BreakOff(string user)
    {
        foreach (var (call, its) in _underWay)
            if (its == user) call.Abort();
    }

    /// <summary>Each call and each message of an answer to the user takes so much longer.</summary>
    public void Slow(string user, TimeSpan delay) => _slow[user] = delay;

    public void Mend(string user)
    {
        _cut.TryRemove(user, out _);
        _slow.TryRemove(user, out _);
    }

    /// <summary>Lets a call in, late or not at all.</summary>
    /// <returns>To be disposed when the call is over.</returns>
    /// <exception cref="OperationCanceledException">The user is cut off.</exception>
    public async Task<IDisposable> Enter(HttpContext call, AnswerWriter answer)
    {
        string user = UserOf(call);
        _underWay[call] = user;
        answer.Delay = () => _slow.GetValueOrDefault(user);
        if (_slow.TryGetValue(user, out var delay)) await Task.Delay(delay, call.RequestAborted);
        if (_cut.ContainsKey(user)) throw new OperationCanceledException("The user is cut off.");
        return new Passage(() => _underWay.TryRemove(call, out _));
    }

    private static string UserOf(HttpContext call) =>
        call.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var sealedUser]
            ? Encoding.UTF8.GetString(Convert.FromBase64String(sealedUser)).Split(':')[0]
            : "";

    private sealed class Passage(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
