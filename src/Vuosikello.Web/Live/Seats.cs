using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Live;

/// <summary>
/// Who sits where, so that a right that is given or taken away counts at once on pages that are open: whoever has become another reader goes
/// over to the other circle's page, and gets all of it; whoever may no longer see the page is sent nothing more and the connection ends.
/// </summary>
public sealed class Seats(OpenPages pages, Newsroom newsroom, Presence presence, Circle circle, IViews views, ILogger<Seats> log) : IHostedService
{
    private readonly ConcurrentDictionary<PartnershipId, ConcurrentDictionary<int, Seat>> _taken = new();
    private IDisposable? _subscription;

    // Before the open pages do: what happened in one batch with the end of a role is sent to nobody who has lost it.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = views.OnChange(Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Has a page watched from a position on.</summary>
    /// <returns>False when there is no such page, or not for this reader.</returns>
    public async Task<bool> Watch(Seat seat, Position last, CancellationToken ct)
    {
        var reader = seat.Reader;
        if (await pages.Join(seat.Page, seat.Language, reader, seat.Line, last, ct) is not { } open) return false;
        if (!seat.Watch(open, reader)) pages.Leave(open, seat.Line);
        return true;
    }

    public void Enter(Seat seat)
    {
        presence.Enter(seat);
        _taken.GetOrAdd(seat.Page.Partnership, static _ => new())[seat.Number] = seat;
        // What changed while it sat down it was not told of.
        Look(seat);
    }

    public void Leave(Seat seat)
    {
        if (!seat.GetUp(out var open)) return;
        if (open is not null) pages.Leave(open, seat.Line);
        if (seat.Editing is { } editor) newsroom.Leave(editor);
        if (_taken.TryGetValue(seat.Page.Partnership, out var there)) there.TryRemove(seat.Number, out _);
        presence.Leave(seat);
    }

    private void Hear(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Stream == Streams.OfAdministrators)
                foreach (var (_, everywhere) in _taken) Look(everywhere);
            // of its members also that it is for them alone; of the partnership itself: a role for a partner counts for nothing while the partner is away
            else if ((Streams.IsOfMembers(change.Stream, out var partnership) || Streams.IsOf(change.Stream, out partnership)) && _taken.TryGetValue(partnership, out var there))
                Look(there);
        }
    }

    private void Look(ConcurrentDictionary<int, Seat> there)
    {
        foreach (var (_, seat) in there) Look(seat);
    }

    private void Look(Seat seat)
    {
        var (before, now) = (seat.Reader, circle.Find(seat.Member, seat.ActingFor, seat.Page.Partnership));
        if (before == now) return;
        var shown = seat.Page.CircleFor(now);
        bool stays = shown is not null && shown == seat.Page.CircleFor(before);
        if (seat.Become(now, stays) is { } open) pages.Leave(open, seat.Line);
        if (seat.Editing is { } editor && !MayEdit(seat, editor.Item)) StopEditing(seat, editor);
        if (shown is null) seat.Line.End();
        else if (!stays) _ = GoOver(seat);
        presence.Moved(seat);
    }

    /// <summary>Whether its reader, as it is now, may edit a part of its page.</summary>
    public static bool MayEdit(Seat seat, string item) =>
        item.Length <= LiveHub.LongestName && seat.Reader is { Standing: { } standing } reader && seat.Page.CircleFor(reader) is not null && seat.Page.MayEdit(item, standing);

    private void StopEditing(Seat seat, Editor editor)
    {
        newsroom.Leave(editor);
        (seat.Editing, seat.Field) = (null, null);
    }

    /// <summary>To the page of the circle that it now belongs to: whoever has seen nothing of it gets the whole.</summary>
    private async Task GoOver(Seat seat)
    {
        await seat.Turn.WaitAsync();
        try
        {
            // once more when it became another reader on its way
            while (seat.Waits)
                if (!await Watch(seat, Position.Start, CancellationToken.None)) return;
        }
        catch (Exception e)
        {
            LiveLog.NotGoneOver(log, e, seat.Page.Key);
            seat.Line.End();
        }
        finally
        {
            seat.Turn.Release();
        }
    }
}
