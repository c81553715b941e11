using Microsoft.AspNetCore.SignalR;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.Live;

/// <summary>
/// The hub of the boards. A page joins with the board's address and the position it shows; who may see what follows from who
/// the connection is, never from what it asks for.
/// </summary>
public sealed class BoardHub(BoardBroadcaster boards, ActivityNewsroom newsroom, BoardPresence presence, Circle circle, IBoardViews views) : Hub
{
    /// <summary>The longest query that a board's address may have, in characters.</summary>
    public const int LongestQuery = 2000;

    private Seat? Seat
    {
        get => Context.Items[nameof(Seat)] as Seat;
        set => Context.Items[nameof(Seat)] = value;
    }

    /// <summary>Watches a board from the position that the page shows. What was missed comes first, then every change.</summary>
    /// <returns>False when there is no such board.</returns>
    public async Task<bool> Join(string partnership, int year, string language, string? query, long position)
    {
        var seat = await Sit(partnership, year, language);
        var key = new BoardKey(seat.Cycle, seat.Language, Canonical(query), seat.IsMember);
        seat.Board = await boards.Join(key, Context.ConnectionId, new Position(position), Context.ConnectionAborted);
        if (seat.Board is null) await GetUp();
        else await presence.Enter(seat);
        return seat.Board is not null;
    }

    /// <summary>Says that the page is an activity's form. Boards show it; changes of others come back.</summary>
    /// <returns>False for the public, and when the year has no such activity.</returns>
    public async Task<bool> Edit(string partnership, int year, string language, Guid activity)
    {
        var seat = await Sit(partnership, year, language);
        // Members of one partnership are told nothing of another's activities.
        if (!seat.IsMember || views.FindActivity(new ActivityId(activity))?.State.Cycle != seat.Cycle)
        {
            await GetUp();
            return false;
        }
        seat.Editing = new ActivityId(activity);
        newsroom.Enter(seat.Editing.Value, Context.ConnectionId, seat.Language);
        await presence.Enter(seat);
        return true;
    }

    /// <summary>Says which field the cursor is in; null for none.</summary>
    public void Focus(string? field)
    {
        if (Seat is not { Editing: not null } seat) return;
        seat.Field = field is { Length: <= 40 } ? field : null;
        presence.Moved(seat);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await GetUp();
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<Seat> Sit(string partnership, int year, string language)
    {
        if (!Slug.IsValid(partnership)) throw new HubException("There is no such partnership.");
        if (language is not ("fi" or "sv" or "en")) throw new HubException("The language is fi, sv or en.");
        await GetUp();
        var cycle = new CycleId(new PartnershipId(partnership), year);
        bool member = await circle.IsMember(Context.User, cycle.Partnership, Context.ConnectionAborted);
        return Seat = new Seat(Context.ConnectionId, cycle, language, member, Circle.Of(Context.User));
    }

    private async Task GetUp()
    {
        if (Seat is not { } seat) return;
        Seat = null;
        if (seat.Board is { } board)
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, board.Group);
            boards.Leave(board);
        }
        if (seat.Editing is { } activity) newsroom.Leave(activity, Context.ConnectionId);
        await presence.Leave(seat);
    }

    // In canonical order, so that different spellings of one wish are one board.
    private static string Canonical(string? query) =>
        query is null ? "" : query.Length <= LongestQuery ? BoardQuery.Parse(query).ToQuery() : throw new HubException("The address is too long.");
}

/// <summary>One connection's place at a board.</summary>
/// <param name="IsMember">True for the circle of members.</param>
public sealed record Seat(string Connection, CycleId Cycle, string Language, bool IsMember, MemberId? Member)
{
    public LiveBoard? Board { get; set; }
    public ActivityId? Editing { get; set; }
    public string? Field { get; set; }
}
