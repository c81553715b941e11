using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Accounts.Tokens;

namespace Vuosikello.Accounts.Database;

/// <summary>
/// Takes away what has had its time: links a day after their end, counts, sessions, the addresses of invitations that nobody took, the audit trail after a
/// year or as set.
/// </summary>
internal sealed class Sweeper(IDbContextFactory<AccountsDb> databases, AuditSettings audit, IClock clock, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>So long a link's page can still say that it was used, instead of knowing nothing of it.</summary>
    private static readonly Duration LinkKept = Duration.FromDays(1);

    /// <summary>So long after an invitation has expired its coordinator can still invite the same address anew.</summary>
    private static readonly Duration AddressKept = Duration.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "What has had its time could not be taken out of the accounts database; it is tried again in {Pause}.", Pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Sweep(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (links, kept, sessions, tokens, trail) = (now - LinkKept, now - AddressKept, now - SessionStore.Longest, now - TokenStore.ExpiredShown, now - audit.Kept);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Links.Where(l => l.Until <= links).ExecuteDeleteAsync(ct);
        await db.Counts.Where(c => c.Until <= now).ExecuteDeleteAsync(ct);
        await db.InvitationMails.Where(m => m.Until <= kept).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.Since <= sessions).ExecuteDeleteAsync(ct);
        await db.ApiTokens.Where(t => t.Until <= tokens).ExecuteDeleteAsync(ct);
        await db.Audit.Where(r => r.Last <= trail).ExecuteDeleteAsync(ct);
    }
}
