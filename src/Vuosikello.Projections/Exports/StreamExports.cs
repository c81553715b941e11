using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Projections.Exports;

/// <summary>What leaves the house so that others can check it: see docs/adr/0012-the-hash-chain.md.</summary>
public interface IExports
{
    /// <summary>An agreement with the working rules that it can refer to; null when there is no such agreement.</summary>
    ValueTask<Export?> Of(AgreementId agreement, CancellationToken ct);

    /// <summary>A partnership's working rules; null when it has none.</summary>
    ValueTask<Export?> OfRules(PartnershipId partnership, CancellationToken ct);
}

/// <summary>Read from the streams themselves when somebody asks: an export says what is stored, not what a view made of it.</summary>
internal sealed class StreamExports(IEventStore store, IClock clock) : IExports
{
    public async ValueTask<Export?> Of(AgreementId agreement, CancellationToken ct)
    {
        if (await Read(Streams.Of(agreement), ct) is not { } subject) return null;
        var rules = await Read(Streams.OfRules(agreement.Partnership), ct);
        return Of(rules is null ? [subject] : [subject, rules]);
    }

    public async ValueTask<Export?> OfRules(PartnershipId partnership, CancellationToken ct) =>
        await Read(Streams.OfRules(partnership), ct) is { } subject ? Of([subject]) : null;

    private Export Of(IReadOnlyList<ExportedStream> streams) => Export.Of(clock.GetCurrentInstant(), streams);

    private async ValueTask<ExportedStream?> Read(StreamName stream, CancellationToken ct)
    {
        var events = new List<RecordedEvent>();
        await foreach (var e in store.ReadStream(stream, ct: ct)) events.Add(e);
        return events.Count == 0 ? null : ExportedStream.Of(stream, events);
    }
}
