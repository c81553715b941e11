using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Events;
using Vuosikello.Processes.Time;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.CommentRounds;

namespace Vuosikello.Processes.CommentRounds;

/// <summary>What time brings about in comment rounds: they open, remind those who have not stated, and close.</summary>
internal sealed class TimedRounds(IRoundViews rounds, IBoardViews boards, IClock clock) : ITimedAggregates
{
    public IEnumerable<Awaited> All() => rounds.All.Select(pair => Of(pair.Value.State)).OfType<Awaited>();

    public Awaited? Of(StreamName stream) => Streams.IsOf(stream, out RoundId id) && rounds.Find(id) is { } view ? Of(view.State) : null;

    private Awaited? Of(CommentRound round)
    {
        if (RoundMoments.Next(round, clock.GetCurrentInstant()) is not { } next) return null;
        return new Awaited(Streams.Of(round.Id), new Moment(next.At, $"{next.Kind} {next.At}"), stamp => next.Kind switch
        {
            RoundMomentKind.Opening => new Send<OpenRound>(new OpenRound(round.Id, Activities(round)), stamp),
            RoundMomentKind.Reminder => new Send<RemindInvited>(new RemindInvited(round.Id), stamp),
            _ => new Send<CloseRound>(new CloseRound(round.Id), stamp),
        });
    }

    private ValueList<ActivityId> Activities(CommentRound round) =>
        round.Plan.Subject.Year is { } year ? boards.Find(new CycleId(round.Id.Partnership, year))?.Activities.Select(a => a.Id).ToValueList() ?? [] : [];
}
