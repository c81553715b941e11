using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Vuosikello.Accounts.Database;
using Vuosikello.Domain;

namespace Vuosikello.Accounts.Persons;

/// <summary>What persons are called, in memory: pages name many on one rendering, and name them outside of any request too.</summary>
public sealed class PersonNames
{
    private ConcurrentDictionary<Guid, string> _names = new();

    /// <returns>Null for somebody unknown, erased, or without a name.</returns>
    public string? Of(MemberId member) => _names.TryGetValue(member.Value, out string? name) && name.Length > 0 ? name : null;

    /// <summary>To be said by whoever stores another name.</summary>
    public void Set(MemberId member, string name) => _names[member.Value] = name;

    /// <summary>To be said by whoever erases a person.</summary>
    public void Forget(MemberId member) => _names.TryRemove(member.Value, out _);

    internal void Replace(IEnumerable<KeyValuePair<Guid, string>> all) => _names = new(all);
}

/// <summary>
/// Reads the names at start, and again when another server has changed, added or erased one. This server's own changes are known at once.
/// </summary>
internal sealed class PersonNamesReader(IDbContextFactory<AccountsDb> databases, AccountsSettings settings, PersonNames names, ILogger<PersonNamesReader> log) : BackgroundService
{
    /// <summary>How long another server may show a name that was changed or erased here.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private (int Count, Instant? Changed) _known;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadWhenChanged(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // In a file there is nobody else to change anything.
        if (settings.ConnectionString is null) return;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadWhenChanged(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The names of persons could not be read. They are shown as they were, and read again in {Pause}.", Pause);
            }
        }
    }

    internal async Task ReadWhenChanged(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = (await db.Users.CountAsync(ct), await db.Users.MaxAsync(p => (Instant?)p.Changed, ct));
        if (now == _known) return;
        names.Replace(await db.Users.Select(p => new KeyValuePair<Guid, string>(p.Id, p.Name)).ToListAsync(ct));
        _known = now;
    }
}
