using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Benchmarks.Feeds;

/// <summary>The views of a year of activities of every kind, about 800 octets each in a calendar, of which one can be changed.</summary>
internal sealed class OneYear : IPartnershipViews, IBoardViews, IAgreementViews, IViews, IClock
{
    private const string Text =
        "Kaikille avoin työpaja, jossa valmistellaan seuraavan vuoden yhteisiä tapahtumia.\nMukaan ovat tervetulleita kunnat, yhdistykset, seurakunnat ja asukkaat. Kahvitarjoilu.";

    private static readonly CycleId Cycle = new(new("jokilaakso"), 2026);
    private static readonly Stamp Stamp = new(new(Guid.Empty), new(Guid.Empty), null, Instant.FromUtc(2026, 1, 1, 0, 0));
    private BoardView _board;
    private int _changes;

    public OneYear(int activities)
    {
        var partnership = Partnership.Evolve(null, new Fact(new PartnershipFounded(Cycle.Partnership, new("Jokilaakso")), 0, Stamp))!;
        var year = AnnualCycle.Evolve(null, new Fact(new CycleDrafted(Cycle), 0, Stamp))!;
        All = [new PartnershipView(partnership, [new CycleView(year, Stamp)]) { ChangedAt = Stamp.At }];
        _board = new BoardView(Cycle, [.. Enumerable.Range(1, activities).Select(View)], new(1)) { ChangedAt = Stamp.At };
    }

    public static FeedKey Feed { get; } = new(Cycle.Partnership, FeedScope.Year, "2026", FeedChoice.In("fi"));

    public ImmutableArray<PartnershipView> All { get; }

    /// <summary>Another title for one activity, as an edit makes it.</summary>
    public void Change()
    {
        int at = ++_changes * 37 % _board.Activities.Length;
        var before = _board.Activities[at];
        var stamp = Stamp with { At = Stamp.At + Duration.FromMinutes(_changes) };
        var state = Activity.Evolve(before.State, new Fact(new ActivityRetitled(new($"Tapahtuma {at}, muutettu {_changes}. kerran")), before.State.Version + 1, stamp))!;
        var position = new Events.Position(_board.Position.Value + 1);
        _board = _board with { Activities = _board.Activities.SetItem(at, before with { State = state, LastChange = stamp, Position = position }), Position = position, ChangedAt = stamp.At };
    }

    PartnershipView? IPartnershipViews.Find(PartnershipId id) => id == Cycle.Partnership ? All[0] : null;
    BoardView? IBoardViews.Find(CycleId cycle) => cycle == Cycle ? _board : null;
    ActivityView? IBoardViews.FindActivity(ActivityId activity) => _board.Activities.FirstOrDefault(a => a.Id == activity);
    AggregateView<Agreement>? IAggregateViews<AgreementId, Agreement>.Find(AgreementId id) => null;
    ImmutableArray<AggregateView<Agreement>> IAggregateViews<AgreementId, Agreement>.Of(PartnershipId partnership) => [];
    IEnumerable<KeyValuePair<AgreementId, AggregateView<Agreement>>> IAggregateViews<AgreementId, Agreement>.All => [];
    Instant IClock.GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant();

    bool IViews.Ready => true;
    Events.Position IViews.Position => _board.Position;
    Task IViews.BecomeReady(CancellationToken ct) => Task.CompletedTask;
    Task IViews.WaitFor(Events.Position position, CancellationToken ct) => Task.CompletedTask;
    IDisposable IViews.OnChange(Action<IReadOnlyList<ViewChange>> callback) => throw new NotSupportedException();

    private static ActivityView View(int n)
    {
        var day = new LocalDate(2026, 1, 1).PlusDays(n * 7 % 365);
        var exact = new ActivityTime.Exact(day.At(new(9 + (n % 9), 0)), day.At(new(11 + (n % 9), 0)));
        ActivityTime time = (n % 10) switch
        {
            < 6 => exact,
            < 8 => new ActivityTime.Days(day, day),
            _ => new ActivityTime.Recurring(exact, new Recurrence(Frequency.Weekly, 1, new(2026, 12, 31), []), []),
        };
        var details = new ActivityDetails(new($"Tapahtuma {n}: yhteinen työpaja"), time, new(Text), [], [], new(new("koordinaattori")), [], new("Kunnantalo", "Keskuskatu 1"), [], null);
        var id = new ActivityId(DeterministicGuid.Create(Guid.Empty, n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new ActivityView(Activity.Evolve(null, new Fact(new ActivityPlanned(id, Cycle, details), 0, Stamp))!, Stamp, Stamp, new(1));
    }
}
