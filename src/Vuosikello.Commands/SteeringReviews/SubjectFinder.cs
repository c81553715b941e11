using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Looks up what a remark is to be tied to, in the stream in which it happened.</summary>
internal sealed class SubjectFinder(AggregateMemory memory, IEventStore store)
{
    /// <returns>Null when the partnership has no such event, version or clause.</returns>
    public async ValueTask<FoundSubject?> Find(RemarkSubject subject, PartnershipId partnership, CancellationToken ct)
    {
        var stream = RemarkSubjects.StreamOf(subject);
        if (await PartnershipOf(stream, ct) != partnership) return null;
        await foreach (var recorded in store.ReadStream(stream, Math.Max(0, subject.Event ?? 0), ct))
        {
            if (subject.Event is null) return new FoundSubject(null);
            return recorded.Version == subject.Event ? new FoundSubject(EventSerializer.Deserialize(recorded).Stamp.At) : null;
        }
        return null;
    }

    private async ValueTask<PartnershipId?> PartnershipOf(StreamName stream, CancellationToken ct) =>
        Streams.IsOf(stream, out ActivityId _)
            ? (await memory.Of<Activity>(stream).Fresh(ct)).State?.Cycle.Partnership
            : Streams.PartnershipOf(stream);
}
