using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Live;

/// <summary>Everything that decides the bytes of an open page.</summary>
/// <param name="Key">Which page, in canonical form.</param>
/// <param name="Language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Circle">Who sees it, as coarse as the page allows.</param>
public sealed record PageView(string Key, string Language, ReaderCircle Circle);

/// <summary>
/// One page, in one language for one circle, that somebody has open. Rendered and compared once per change, however many look at
/// it; what changes while it renders goes into the next patch together.
/// </summary>
public sealed class OpenPage(PageView view, ILivePage page, IViews views, RecentChanges recent, ILogger log)
{
    /// <summary>More changes at once than this are only counted when they are announced.</summary>
    public const int MostTold = 3;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<StreamName, ViewChange> _touched = new();
    private readonly ConcurrentDictionary<string, LiveLine> _lines = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<Fragment> _shown = [];
    private PatchLog? _log;
    private volatile bool _forgets;

    public PageView View => view;
    public ILivePage Page => page;

    /// <summary>How many look at it. Guarded by <see cref="OpenPages"/>.</summary>
    public int Readers { get; set; }

    /// <summary>Says that something in it may have changed. Returns at once.</summary>
    public void Touch(in ViewChange change)
    {
        if (_touched.Count <= MostTold) _touched.TryAdd(change.Stream, change);
        _changed.Writer.TryWrite(true);
    }

    /// <summary>The same, and no earlier patch is sent to anybody any more: whoever comes back gets the whole page.</summary>
    public void Rewrite(in ViewChange change)
    {
        _forgets = true;
        Touch(change);
    }

    /// <summary>Lets a reader in, with all that it has missed since <paramref name="last"/>.</summary>
    /// <returns>False when there is no such page.</returns>
    public async Task<bool> Admit(LiveLine line, Position last, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_log is null && !await Open(ct)) return false;
            _lines[line.Connection] = line;
            IReadOnlyList<PagePatch> missed = _log!.Since(last)
                ?? [FragmentDiff.Whole(_shown).Between(Position.Start, _log.Latest)];
            foreach (var patch in missed) line.Send(LiveMessages.Of(patch, []));
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Sends a reader nothing more.</summary>
    public void Dismiss(LiveLine line) => _lines.TryRemove(line.Connection, out _);

    /// <summary>Follows the changes until nobody looks any more.</summary>
    public async Task Run()
    {
        try
        {
            while (true)
            {
                await _changed.Reader.ReadAsync(_closed.Token);
                await Refresh(_closed.Token);
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            LiveLog.Closed(log, view);
        }
    }

    private async Task<bool> Open(CancellationToken ct)
    {
        var position = views.Position;
        if (await Render(ct) is not { } fragments) return false;
        _shown = fragments;
        _log = new PatchLog(recent.Latest(page, position));
        return true;
    }

    private async Task Refresh(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_log is null) return;
            if (_forgets) _log.Forget();
            _forgets = false;
            ViewChange[] touched = [.. _touched.Values];
            foreach (var change in touched) _touched.TryRemove(change.Stream, out _);
            var position = views.Position;
            // A page that is gone stays as it was last on the screens; its readers are told.
            var fragments = await Render(ct);
            var patch = fragments is null ? PagePatch.None : FragmentDiff.Between(_shown, fragments);
            if (fragments is not null && patch.IsEmpty) return;
            _shown = fragments ?? _shown;
            Send(LiveMessages.Of(_log.Add(patch, position), LanguageSetup.In(view.Language, () => page.Announce(touched, patch, view.Circle))));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LiveLog.RenderingFailed(log, e, view);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Renders away from whoever asked first: nothing of that request or session may get into what others see.</summary>
    private Task<IReadOnlyList<Fragment>?> Render(CancellationToken ct)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => LanguageSetup.In(view.Language, () => page.Render(view.Language, view.Circle, ct).AsTask()), ct);
    }

    private void Send(SerializedHubMessage message)
    {
        foreach (var (_, line) in _lines) line.Send(message);
    }

    /// <summary>Ends <see cref="Run"/>.</summary>
    public void Close() => _closed.Cancel();
}
