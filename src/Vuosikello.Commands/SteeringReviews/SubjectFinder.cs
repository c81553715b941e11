using System.Globalization;
using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Rules;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Commands.SteeringReviews;

/// <summary>Looks up what a remark is to be tied to, in the stream in which it happened.</summary>
internal sealed class SubjectFinder(AggregateMemory memory, IEventStore store)
{
    /// <returns>Null when the partnership has no such event that a history tells, and no such version or clause.</returns>
    public async ValueTask<FoundSubject?> Find(RemarkSubject subject, PartnershipId partnership, CancellationToken ct)
    {
        var stream = RemarkSubjects.StreamOf(subject);
        if (await PartnershipOf(stream, ct) != partnership) return null;
        if (subject.Event is { } number) return number < 0 ? null : await Event(stream, number, ct);
        return subject.Kind switch
        {
            SubjectKind.WorkingRules => Found((await memory.Of<WorkingRules>(stream).Fresh(ct)).State is { } rules && Has(rules, subject)),
            SubjectKind.Agreement => Found((await memory.Of<Agreement>(stream).Fresh(ct)).State is { } agreement && Has(agreement, subject)),
            _ => null,
        };
    }

    private async ValueTask<FoundSubject?> Event(StreamName stream, long number, CancellationToken ct)
    {
        await foreach (var recorded in store.ReadStream(stream, number, ct))
            return recorded.Version == number ? Told(EventSerializer.Deserialize(recorded)) : null;
        return null;
    }

    private static FoundSubject? Told(Fact fact) => Audiences.Of(fact.Event.GetType()) == Audience.Nobody ? null : new FoundSubject(fact.Stamp.At);

    private static bool Has(WorkingRules rules, RemarkSubject subject)
    {
        if (subject.Version is null) return subject.Clause is { } any && (rules.Find(any) is not null || rules.FindRemoved(any) is not null);
        return rules.Adopted.FirstOrDefault(adopted => adopted.Version.ToString() == subject.Version) is { } version
            && (subject.Clause is not { } clause || version.Text.Clauses.Any(c => c.Id == clause));
    }

    private static bool Has(Agreement agreement, RemarkSubject subject)
    {
        if (subject.Version is null) return subject.Clause is { } any && agreement.Draft.Clauses.Any(c => c.Id == any);
        return agreement.Versions.FirstOrDefault(v => v.Number.ToString(CultureInfo.InvariantCulture) == subject.Version) is { } version
            && (subject.Clause is not { } clause || version.Content.Clauses.Any(c => c.Id == clause));
    }

    private static FoundSubject? Found(bool there) => there ? new FoundSubject(null) : null;

    private async ValueTask<PartnershipId?> PartnershipOf(StreamName stream, CancellationToken ct) =>
        Streams.IsOf(stream, out ActivityId _)
            ? (await memory.Of<Activity>(stream).Fresh(ct)).State?.Cycle.Partnership
            : Streams.PartnershipOf(stream);
}
