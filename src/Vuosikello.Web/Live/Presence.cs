using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Live;

/// <summary>
/// Who is at which place, and what they edit. Kept in memory per connection. Many comings and goings at once become one message
/// for each language and for members and public; the public is told how many are here, not who.
/// </summary>
public sealed class Presence(IMemberNames names) : BackgroundService
{
    /// <summary>More people than this are only counted.</summary>
    public const int MostNamed = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<int, Seat>> _seats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly Channel<bool> _work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Enter(Seat seat)
    {
        lock (_lock)
        {
            foreach (string place in seat.Page.Places)
            {
                if (!_seats.TryGetValue(place, out var here)) _seats[place] = here = [];
                here[seat.Number] = seat;
            }
        }
        Moved(seat);
    }

    public void Leave(Seat seat)
    {
        lock (_lock)
        {
            foreach (string place in seat.Page.Places)
            {
                if (!_seats.TryGetValue(place, out var here)) continue;
                here.Remove(seat.Number);
                if (here.Count == 0) _seats.Remove(place);
            }
        }
        Moved(seat);
    }

    /// <summary>Says that something about a seat has changed. Returns at once.</summary>
    public void Moved(Seat seat)
    {
        lock (_lock) _changed.UnionWith(seat.Page.Places);
        _work.Writer.TryWrite(true);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _work.Reader.WaitToReadAsync(stoppingToken) && _work.Reader.TryRead(out bool _))
        {
            foreach (var (message, lines) in Messages())
                foreach (var line in lines) line.Send(message);
        }
    }

    private List<(SerializedHubMessage Message, LiveLine[] Lines)> Messages()
    {
        lock (_lock)
        {
            var messages = new List<(SerializedHubMessage, LiveLine[])>();
            foreach (string place in _changed)
            {
                if (!_seats.TryGetValue(place, out var here)) continue;
                foreach (var group in here.Values.Where(s => s.Home == place).GroupBy(s => (s.Language, s.Reader.IsMember, SeesAll: here.Values.All(other => IsShown(other, place, s)))))
                {
                    Seat[] told = group.Key.SeesAll ? [.. here.Values] : [.. here.Values.Where(other => IsShown(other, place, group.First()))];
                    messages.Add((LiveMessages.Of(Describe(told, group.Key.Language, group.Key.IsMember)), [.. group.Select(s => s.Line)]));
                }
            }
            _changed.Clear();
            return messages;
        }
    }

    // Who has the editor of a draft open is seen on the agreement's page too, by those who see the draft.
    private static bool IsShown(Seat seat, string place, Seat to) => seat.Home == place || seat.Page.ShowsEditorsTo(to.Reader);

    private WhoIsHere Describe(IReadOnlyCollection<Seat> seats, string language, bool toMembers)
    {
        int anonymous = seats.Count(s => !s.Reader.IsMember);
        var members = seats.Where(s => s.Reader.IsMember).GroupBy(s => s.Member).ToList();
        if (!toMembers) return new WhoIsHere(members.Count + anonymous, anonymous, []);
        return new WhoIsHere(members.Count + anonymous, anonymous,
        [
            .. members.Take(MostNamed).Select(m => new PersonHere(
                m.Key is { } id ? names.NameOf(id, language) ?? "" : "",
                [.. m.Where(s => s.Editing is not null).Select(s => new EditingNow(s.Number, s.Editing!.Item, s.Field))])),
        ]);
    }
}

/// <param name="Count">How many are at the place: each member once, everybody else by connection.</param>
/// <param name="Anonymous">How many of them are not members.</param>
/// <param name="People">The members; empty for the public.</param>
public sealed record WhoIsHere(int Count, int Anonymous, IReadOnlyList<PersonHere> People);

/// <param name="Name">What the member is called; empty for somebody unknown.</param>
public sealed record PersonHere(string Name, IReadOnlyList<EditingNow> Editing);

/// <param name="Seat">The number of the seat, so that a page knows itself.</param>
/// <param name="Item">The part of the page that is edited.</param>
/// <param name="Field">The field in which the cursor is, by its API name; null for none.</param>
public sealed record EditingNow(int Seat, string Item, string? Field);
