using System.Threading.RateLimiting;

namespace Vuosikello.Web.Tokens;

/// <summary>How much programs may ask, counted in memory on each server.</summary>
/// <param name="requests">With one token.</param>
/// <param name="wrongTokens">From one network.</param>
public sealed class TokenLimits(int requests = TokenLimits.Requests, int wrongTokens = TokenLimits.WrongTokens) : IDisposable
{
    /// <summary>Requests with one token, at once and again each minute.</summary>
    public const int Requests = 600;

    /// <summary>Wrong tokens from one network, at once and again each minute: a script that goes on with an expired one is told so a while.</summary>
    public const int WrongTokens = 60;

    private readonly PartitionedRateLimiter<Guid> _requests = PartitionedRateLimiter.Create<Guid, Guid>(token => Bucket(token, requests));
    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(network => Bucket(network, wrongTokens));

    /// <summary>Counts a request with a token.</summary>
    /// <returns>False when it is one too many.</returns>
    public bool Take(Guid token) => _requests.AttemptAcquire(token).IsAcquired;

    /// <summary>Counts a wrong token.</summary>
    /// <returns>False when it is one too many.</returns>
    public bool TakeWrong(string network) => _wrong.AttemptAcquire(network).IsAcquired;

    public void Dispose()
    {
        _requests.Dispose();
        _wrong.Dispose();
    }

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int requests) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = requests,
        TokensPerPeriod = requests,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    });
}
