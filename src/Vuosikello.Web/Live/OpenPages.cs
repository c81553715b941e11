using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>
/// The pages that somebody has open, each following the views by itself. A page that nobody looks at is not here and costs nothing.
/// </summary>
public sealed class OpenPages(IEnumerable<ILivePages> kinds, IViews views, Newsroom newsroom, ILogger<OpenPage> log) : IHostedService
{
    /// <summary>The longest key that a page may have, in characters.</summary>
    public const int LongestKey = 2200;

    private readonly Dictionary<string, ILivePages> _kinds = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);
    private readonly RecentChanges _recent = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<PageView, OpenPage> _open = [];
    private readonly ConcurrentDictionary<PartnershipId, OpenPage[]> _byPartnership = new();
    private IDisposable? _subscription;

    /// <summary>How many different pages are open now.</summary>
    public int Count
    {
        get { lock (_lock) return _open.Count; }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = views.OnChange(Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        lock (_lock)
            foreach (var page in _open.Values) page.Close();
        return Task.CompletedTask;
    }

    /// <summary>The page that a key names, or null when no page can have it.</summary>
    public ILivePage? Find(string key)
    {
        int slash = key.Length <= LongestKey ? key.IndexOf('/', StringComparison.Ordinal) : -1;
        return slash > 0 && _kinds.TryGetValue(key[..slash], out var kind) ? kind.Find(key[(slash + 1)..]) : null;
    }

    /// <summary>Lets a reader watch a page from a position on.</summary>
    /// <returns>The page to <see cref="Leave"/> later, or null when there is no such page, or not for this reader.</returns>
    public async Task<OpenPage?> Join(ILivePage page, string language, ReaderCircle reader, LiveLine line, Position last, CancellationToken ct)
    {
        if (page.CircleFor(reader) is not { } circle) return null;
        var open = Enter(new PageView(page.Key, language, circle), page);
        bool admitted = false;
        try
        {
            admitted = await open.Admit(line, last, ct);
            return admitted ? open : null;
        }
        finally
        {
            if (!admitted) Leave(open, line);
        }
    }

    public void Leave(OpenPage page, LiveLine line)
    {
        page.Dismiss(line);
        lock (_lock)
        {
            if (--page.Readers > 0) return;
            _open.Remove(page.View);
            Index(page.Page.Partnership);
        }
        page.Close();
    }

    private OpenPage Enter(PageView view, ILivePage page)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(view, out var open))
            {
                open = new OpenPage(view, page, views, _recent, log);
                _open.Add(view, open);
                Index(page.Partnership);
                _ = open.Run();
            }
            open.Readers++;
            return open;
        }
    }

    private void Index(PartnershipId partnership)
    {
        OpenPage[] open = [.. _open.Values.Where(p => p.Page.Partnership == partnership)];
        if (open.Length > 0) _byPartnership[partnership] = open;
        else _byPartnership.TryRemove(partnership, out _);
    }

    /// <summary>Somebody may have been erased: whatever page still names them is rendered again, and what it said before is forgotten.</summary>
    private void Rewrite(in ViewChange change)
    {
        foreach (var pages in _byPartnership.Values)
            foreach (var page in pages) page.Rewrite(change);
    }

    private void Hear(IReadOnlyList<ViewChange> changes)
    {
        _recent.Note(changes);
        foreach (var change in changes)
        {
            newsroom.Hear(change);
            if (change.Stream == Streams.OfAdministrators) Rewrite(change);
            if (!_byPartnership.TryGetValue(change.Partnership, out var pages)) continue;
            foreach (var page in pages)
                if (page.Page.Concerns(change)) page.Touch(change);
        }
    }
}
