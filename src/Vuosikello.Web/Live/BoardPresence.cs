using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Vuosikello.Domain;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>
/// Who has a year open, and what they edit. Kept in memory per connection. Many comings and goings at once become one message
/// for each language and circle of readers; the public is told how many are here, not who.
/// </summary>
public sealed class BoardPresence(IHubContext<BoardHub> hub, IMemberNames names, ILogger<BoardPresence> log) : BackgroundService
{
    /// <summary>More people than this are only counted.</summary>
    public const int MostNamed = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<CycleId, Dictionary<string, Seat>> _seats = [];
    private readonly HashSet<CycleId> _changed = [];
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<string> _behind = new(StringComparer.Ordinal);
    private readonly Channel<bool> _work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public async Task Enter(Seat seat)
    {
        await hub.Groups.AddToGroupAsync(seat.Connection, Group(seat.Cycle, seat.Language, seat.IsMember));
        lock (_lock)
        {
            if (!_seats.TryGetValue(seat.Cycle, out var here)) _seats[seat.Cycle] = here = new(StringComparer.Ordinal);
            here[seat.Connection] = seat;
        }
        Moved(seat);
    }

    public async Task Leave(Seat seat)
    {
        lock (_lock)
        {
            if (!_seats.TryGetValue(seat.Cycle, out var here) || !here.Remove(seat.Connection)) return;
            if (here.Count == 0) _seats.Remove(seat.Cycle);
        }
        await hub.Groups.RemoveFromGroupAsync(seat.Connection, Group(seat.Cycle, seat.Language, seat.IsMember));
        Moved(seat);
    }

    /// <summary>Says that something about a seat has changed. Returns at once.</summary>
    public void Moved(Seat seat) => Moved(seat.Cycle);

    private void Moved(CycleId cycle)
    {
        lock (_lock) _changed.Add(cycle);
        _work.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _work.Reader.WaitToReadAsync(stoppingToken) && _work.Reader.TryRead(out bool _))
        {
            foreach (var (cycle, group, message) in Messages()) _ = Send(cycle, group, message, stoppingToken);
        }
    }

    // Nobody waits for a reader whose connection is stuck but its own group, which then gets only the newest.
    private async Task Send(CycleId cycle, string group, WhoIsHere message, CancellationToken ct)
    {
        try
        {
            await hub.Clients.Group(group).SendAsync(BoardMessages.Presence, message, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            LiveLog.SendingFailed(log, e);
        }
        bool again;
        lock (_lock)
        {
            _underWay.Remove(group);
            again = _behind.Remove(group);
        }
        if (again) Moved(cycle);
    }

    private List<(CycleId Cycle, string Group, WhoIsHere Message)> Messages()
    {
        lock (_lock)
        {
            var messages = new List<(CycleId, string, WhoIsHere)>();
            foreach (var cycle in _changed)
            {
                if (!_seats.TryGetValue(cycle, out var here)) continue;
                foreach (var (language, members) in here.Values.Select(s => (s.Language, s.IsMember)).Distinct())
                {
                    string group = Group(cycle, language, members);
                    if (_underWay.Add(group)) messages.Add((cycle, group, Describe(here.Values, language, members)));
                    else _behind.Add(group);
                }
            }
            _changed.Clear();
            return messages;
        }
    }

    private WhoIsHere Describe(IReadOnlyCollection<Seat> seats, string language, bool toMembers)
    {
        int anonymous = seats.Count(s => !s.IsMember);
        var members = seats.Where(s => s.IsMember).GroupBy(s => s.Member).ToList();
        if (!toMembers) return new WhoIsHere(members.Count + anonymous, anonymous, []);
        return new WhoIsHere(members.Count + anonymous, anonymous,
        [
            .. members.Take(MostNamed).Select(m => new PersonHere(
                m.Key is { } id ? names.NameOf(id, language) ?? "" : "",
                [.. m.Where(s => s.Editing is not null).Select(s => new EditingNow(s.Editing!.Value.Value, s.Field))])),
        ]);
    }

    private static string Group(CycleId cycle, string language, bool members) => $"here:{cycle}:{language}:{(members ? "members" : "public")}";
}

/// <param name="Count">How many have the year open: each member once, everybody else by connection.</param>
/// <param name="Anonymous">How many of them are not members.</param>
/// <param name="People">The members; empty for the public.</param>
public sealed record WhoIsHere(int Count, int Anonymous, IReadOnlyList<PersonHere> People);

/// <param name="Name">What the member is called; empty for somebody unknown.</param>
public sealed record PersonHere(string Name, IReadOnlyList<EditingNow> Editing);

/// <param name="Field">The field in which the cursor is, by its API name; null for none.</param>
public sealed record EditingNow(Guid Activity, string? Field);
