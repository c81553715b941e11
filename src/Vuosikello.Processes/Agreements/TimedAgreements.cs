using Vuosikello.Commands;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Processes.Time;
using Vuosikello.Projections.Agreements;

namespace Vuosikello.Processes.Agreements;

/// <summary>What time brings about in agreements: in force, renewed, expired, a notice that ran out, a commitment that falls due.</summary>
internal sealed class TimedAgreements(IAgreementViews agreements) : ITimedAggregates
{
    public IEnumerable<Awaited> All() => agreements.All.Select(pair => Of(pair.Value.State)).OfType<Awaited>();

    public Awaited? Of(StreamName stream) =>
        Streams.IsOf(stream, out Domain.AgreementId id) && agreements.Find(id) is { } view ? Of(view.State) : null;

    private static Awaited? Of(Agreement agreement) => agreement.NextMoment is { } next
        ? new Awaited(Streams.Of(agreement.Id), next, stamp => new Send<LetTimePass>(new LetTimePass(agreement.Id), stamp))
        : null;
}
