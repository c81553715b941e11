using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Accounts.Sessions;

/// <summary>Who is signed in where. One that is ended here is ended at once here, and within <see cref="Known"/> on other servers.</summary>
public sealed class SessionStore(IDbContextFactory<AccountsDb> databases, IClock clock)
{
    /// <summary>So long after its beginning every session ends, used or not.</summary>
    public static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>So long a server goes by what it knows of a session, without asking the database.</summary>
    public static readonly Duration Known = Duration.FromSeconds(3);

    private const int ManyKnown = 10_000;
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    private readonly ConcurrentDictionary<Guid, (Instant Read, Session? Session)> _known = new();

    /// <summary>Told when sessions end on this server: what they keep open has to be closed.</summary>
    public event EventHandler<SessionsEndedEventArgs>? Ended;

    private LocalDate Today => clock.GetCurrentInstant().InZone(Helsinki).Date;

    public async Task<Session> Begin(MemberId member, string browser, string way, bool twoSteps, PartnerId? actsFor, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var session = new Session { Id = NewId.At(now), Member = member.Value, Browser = browser, Way = way, TwoSteps = twoSteps, Since = now, LastSeen = Today, For = actsFor?.Value };
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <returns>Null for one that has ended, or is somebody else's.</returns>
    public async ValueTask<Session?> Open(Guid id, MemberId member, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (!_known.TryGetValue(id, out var known) || now - known.Read > Known || now < known.Read) known = (now, await Read(id, ct));
        return known.Session is { } session && session.Member == member.Value && session.Since + Longest > now ? session : null;
    }

    /// <returns>A person's sessions, that used last first.</returns>
    public async Task<IReadOnlyList<Session>> Of(MemberId member, CancellationToken ct)
    {
        var oldest = clock.GetCurrentInstant() - Longest;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions.AsNoTracking().Where(s => s.Member == member.Value && s.Since > oldest).OrderByDescending(s => s.LastSeen).ThenByDescending(s => s.Since).ToListAsync(ct);
    }

    /// <returns>Those of them that go on no more.</returns>
    public async Task<IReadOnlyCollection<Guid>> EndedOf(IReadOnlyCollection<Guid> sessions, CancellationToken ct)
    {
        var oldest = clock.GetCurrentInstant() - Longest;
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Sessions.Where(s => sessions.Contains(s.Id) && s.Since > oldest).Select(s => s.Id).ToListAsync(ct);
        return [.. sessions.Except(open)];
    }

    /// <summary>From now on the person acts for an organisation, or for none, in that session.</summary>
    public async Task ActFor(Guid id, PartnerId? partner, CancellationToken ct)
    {
        string? chosen = partner?.Value;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.For, chosen), ct);
        _known.TryRemove(id, out _);
    }

    /// <summary>The session's person has shown the second step too.</summary>
    public async Task TakeSecondStep(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.TwoSteps, true), ct);
        _known.TryRemove(id, out _);
    }

    /// <summary>Ends one session of a person's.</summary>
    public Task End(MemberId member, Guid id, CancellationToken ct) => End(member, s => s.Id == id, ct);

    /// <summary>Ends all sessions of a person's, in every browser.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="except">One that goes on; null for none.</param>
    /// <param name="ct">Stops the waiting.</param>
    public Task EndAll(MemberId member, Guid? except, CancellationToken ct) => End(member, s => s.Id != except, ct);

    private async Task End(MemberId member, System.Linq.Expressions.Expression<Func<Session, bool>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ended = await db.Sessions.Where(s => s.Member == member.Value).Where(which).Select(s => s.Id).ToListAsync(ct);
        await db.Sessions.Where(s => ended.Contains(s.Id)).ExecuteDeleteAsync(ct);
        var now = clock.GetCurrentInstant();
        // Not forgotten: a reading from before this could otherwise come back and be remembered.
        foreach (var id in ended) _known[id] = (now, null);
        if (ended.Count > 0) Ended?.Invoke(this, new(ended));
    }

    private async Task<Session?> Read(Guid id, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await databases.CreateDbContextAsync(ct);
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session is not null && session.LastSeen != Today) await See(db, session, ct);
        if (_known.Count > ManyKnown) Tidy(now);
        // One that was ended here while it was read stays ended.
        return _known.AddOrUpdate(id, (now, session), (_, there) => there.Session is null && there.Read >= now - Known ? there : (now, session)).Session;
    }

    private async Task See(AccountsDb db, Session session, CancellationToken ct)
    {
        var today = session.LastSeen = Today;
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeen, today), ct);
    }

    private void Tidy(Instant now)
    {
        foreach (var (id, known) in _known)
            if (now - known.Read > Known) _known.TryRemove(id, out _);
    }
}

/// <summary>Which sessions have ended.</summary>
public sealed class SessionsEndedEventArgs(IReadOnlyCollection<Guid> sessions) : EventArgs
{
    public IReadOnlyCollection<Guid> Sessions { get; } = sessions;
}
