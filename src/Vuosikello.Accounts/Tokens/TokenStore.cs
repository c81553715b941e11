using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Accounts.Tokens;

/// <summary>What a new token is to be.</summary>
/// <param name="Name">1 to <see cref="TokenStore.LongestName"/> characters.</param>
/// <param name="For">The organisation that it acts for; null for none.</param>
/// <param name="Days">1 to <see cref="TokenStore.LongestDays"/>.</param>
public sealed record WantedToken(string Name, PartnershipId Partnership, PartnerId? For, TokenReach Reach, int Days);

/// <summary>Keeps tokens of the API. One that is ended here is ended at once here, and within <see cref="Known"/> on other servers.</summary>
public sealed class TokenStore(IDbContextFactory<AccountsDb> databases, IClock clock)
{
    /// <summary>By which programs that look for leaked secrets know one of ours.</summary>
    public const string Prefix = "vk_";

    public const int LongestName = 80, LongestDays = 366;

    /// <summary>Of one person, in use: more than anybody has systems.</summary>
    public const int Most = 20;

    /// <summary>So long a server goes by what it knows of a token, without asking the database.</summary>
    public static readonly Duration Known = Duration.FromSeconds(3);

    /// <summary>So long an expired one is still shown to its owner, who may wonder why a system fell silent.</summary>
    public static readonly Duration ExpiredShown = Duration.FromDays(30);

    private const int ManyKnown = 10_000;
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    private readonly ConcurrentDictionary<string, (Instant Read, ApiToken? Token)> _known = new(StringComparer.Ordinal);

    /// <returns>The token as it is kept, and the secret itself, which nothing but this answer tells; null for who has <see cref="Most"/> already.</returns>
    /// <exception cref="ArgumentException">The name or the days are out of range.</exception>
    public async Task<(ApiToken Token, string Secret)?> Make(MemberId member, WantedToken wanted, CancellationToken ct)
    {
        if (wanted.Name is not { Length: > 0 and <= LongestName }) throw new ArgumentException("The name is too short or too long.", nameof(wanted));
        if (wanted.Days is < 1 or > LongestDays) throw new ArgumentException("A token ends within a year.", nameof(wanted));
        var now = clock.GetCurrentInstant();
        string secret = Prefix + Secret.New();
        var token = new ApiToken
        {
            Id = NewId.At(now),
            Member = member.Value,
            Name = wanted.Name,
            SecretHash = Secret.HashOf(secret),
            Partnership = wanted.Partnership.Value,
            For = wanted.For?.Value,
            Reach = wanted.Reach,
            Made = now,
            Until = now + Duration.FromDays(wanted.Days),
        };
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.ApiTokens.CountAsync(t => t.Member == member.Value && t.Until > now, ct) >= Most) return null;
        db.ApiTokens.Add(token);
        await db.SaveChangesAsync(ct);
        return (token, secret);
    }

    /// <returns>A person's tokens, those that have expired too until they are swept away; the newest first.</returns>
    public async Task<IReadOnlyList<ApiToken>> Of(MemberId member, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ApiTokens.AsNoTracking().Where(t => t.Member == member.Value).OrderByDescending(t => t.Made).ThenByDescending(t => t.Id).ToListAsync(ct);
    }

    /// <summary>Ends one token of a person's, for good.</summary>
    /// <returns>False for one that is not theirs, or has ended.</returns>
    public async Task<bool> End(MemberId member, Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.ApiTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.Member == member.Value, ct);
        if (found is null) return false;
        await db.ApiTokens.Where(t => t.Id == id).ExecuteDeleteAsync(ct);
        // Not forgotten: a reading from before this could otherwise come back and be remembered.
        _known[found.SecretHash] = (clock.GetCurrentInstant(), null);
        return true;
    }

    /// <summary>The token that a secret is, and notes the day on which it was used.</summary>
    /// <returns>Null for what is none, has expired or was ended, and when its person is no more.</returns>
    public async ValueTask<ApiToken?> Use(string secret, CancellationToken ct)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var now = clock.GetCurrentInstant();
        string hash = Secret.HashOf(secret);
        if (!_known.TryGetValue(hash, out var known) || now - known.Read > Known || now < known.Read) known = (now, await Read(hash, ct));
        return known.Token is { } token && token.Until > now ? token : null;
    }

    private async Task<ApiToken?> Read(string hash, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(Helsinki).Date;
        await using var db = await databases.CreateDbContextAsync(ct);
        var token = await db.ApiTokens.AsNoTracking().FirstOrDefaultAsync(t => t.SecretHash == hash && db.Users.Any(p => p.Id == t.Member), ct);
        // Guesses are not remembered: they are limited elsewhere, and there is no end of them.
        if (token is null) return null;
        if (token.LastUsed != today && token.Until > now)
        {
            token.LastUsed = today;
            await db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsed, today), ct);
        }
        if (_known.Count > ManyKnown) Tidy(now);
        // One that was ended here while it was read stays ended.
        return _known.AddOrUpdate(hash, (now, token), (_, there) => there.Token is null && there.Read >= now - Known ? there : (now, token)).Token;
    }

    private void Tidy(Instant now)
    {
        foreach (var (hash, known) in _known)
            if (now - known.Read > Known) _known.TryRemove(hash, out _);
    }
}
