using Microsoft.AspNetCore.SignalR;
using Vuosikello.Events;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.Live;

/// <summary>
/// The hub of all live pages. A page joins with its key and the position it shows; who may see and edit what follows from who
/// the connection is, never from what it asks for.
/// </summary>
public sealed class LiveHub(OpenPages pages, Seats seats, Newsroom newsroom, Presence presence, Circle circle, LiveConnections connections, ConditionNews condition) : Hub
{
    /// <summary>The longest id of an item and name of a field, in characters.</summary>
    public const int LongestName = 80;

    private static int _seats;

    private Seat? Seat
    {
        get => Context.Items[nameof(Seat)] as Seat;
        set => Context.Items[nameof(Seat)] = value;
    }

    /// <summary>Watches a page from the position that it shows. What was missed comes first, then every change.</summary>
    /// <returns>The number of the seat; null when there is no such page, or not for this reader.</returns>
    [Shows(View.LiveConnection)]
    public async Task<int?> Join(string page, string language, long position)
    {
        if (Sit(page, language) is not { } seat) return null;
        if (!await seats.Watch(seat, new Position(position), Context.ConnectionAborted)) return null;
        Take(seat);
        return seat.Number;
    }

    /// <summary>Says that what is open is the form of a part of a page. The page shows it; changes of others come back.</summary>
    /// <returns>The number of the seat; null when there is no such page or part, and for those who may not edit it.</returns>
    [Shows(View.LiveConnection)]
    public int? Edit(string page, string item, string language)
    {
        if (Sit(page, language) is not { } seat || !Seats.MayEdit(seat, item)) return null;
        seat.Editing = newsroom.Enter(seat.Page, item, seat.Language, seat.Line);
        Take(seat);
        return seat.Number;
    }

    /// <summary>Says which field the cursor is in, and on a page with several forms in which one.</summary>
    /// <param name="item">What the form is of; null for none.</param>
    /// <param name="field">Null for none.</param>
    [Shows(View.LiveConnection)]
    public void Focus(string? item, string? field)
    {
        if (Seat is not { } seat) return;
        if (item is not null && item != seat.Editing?.Item && !Seats.MayEdit(seat, item)) return;
        if (item != seat.Editing?.Item)
        {
            if (seat.Editing is { } before) newsroom.Leave(before);
            seat.Editing = item is null ? null : newsroom.Enter(seat.Page, item, seat.Language, seat.Line);
        }
        seat.Field = seat.Editing is not null && field is { Length: <= LongestName } ? field : null;
        presence.Moved(seat);
    }

    public override Task OnConnectedAsync()
    {
        condition.Tell(connections.Of(Context.ConnectionId));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        GetUp();
        return base.OnDisconnectedAsync(exception);
    }

    private Seat? Sit(string key, string language)
    {
        if (!LanguageSetup.All.Contains(language)) throw new HubException("The language is fi, sv or en.");
        GetUp();
        if (pages.Find(key) is not { } page) return null;
        var reader = circle.Find(Context.User, page.Partnership);
        return new Seat(
            Interlocked.Increment(ref _seats), connections.Of(Context.ConnectionId), page, language, reader, Circle.Of(Context.User), Circle.For(Context.User));
    }

    private void Take(Seat seat)
    {
        Seat = seat;
        seats.Enter(seat);
        if (Context.ConnectionAborted.IsCancellationRequested) GetUp();
    }

    private void GetUp()
    {
        if (Seat is not { } seat) return;
        Seat = null;
        seats.Leave(seat);
    }
}
