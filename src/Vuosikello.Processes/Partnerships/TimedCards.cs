using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;
using Vuosikello.Processes.Time;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Processes.Partnerships;

/// <summary>Once a year every partner is asked whether its card is still right.</summary>
internal sealed class TimedCards(IPartnershipViews partnerships) : ITimedAggregates
{
    public IEnumerable<Awaited> All() => partnerships.All.Select(view => Of(view.State)).OfType<Awaited>();

    public Awaited? Of(StreamName stream) =>
        Streams.IsOf(stream, out PartnershipId id) && partnerships.Find(id) is { } view ? Of(view.State) : null;

    private static Awaited? Of(Partnership partnership) => partnership.NextMoment is { } next
        ? new Awaited(Streams.Of(partnership.Id), next, stamp => new Send<AskPartnersToConfirm>(new AskPartnersToConfirm(partnership.Id), stamp))
        : null;
}
