using Vuosikello.Domain;

namespace Vuosikello.Events.Proof;

/// <summary>Checks an export by itself: no store, no network, no server.</summary>
public static class ExportCheck
{
    private const int ProgressEvery = 50_000;

    /// <param name="noted">A hash that somebody noted: of an event that the export must have.</param>
    /// <param name="progress">Told now and then how many events have been looked at.</param>
    /// <param name="mostEffort">How much it may cost, in characters of texts made anew and items copied; the length of the file does not count.</param>
    /// <param name="ct">Looked at between events.</param>
    /// <exception cref="TooLargeToCheckException">It would cost more.</exception>
    public static ExportFindings Check(
        Export export, EventHash? noted = null, IProgress<long>? progress = null, long mostEffort = long.MaxValue, CancellationToken ct = default)
    {
        var step = new ChainStep();
        long seen = 0;
        ChainHead? found = null;
        foreach (var stream in export.Streams)
        {
            var head = ChainHead.Before(stream.Head.Stream);
            foreach (var exported in stream.Events)
            {
                ct.ThrowIfCancellationRequested();
                if (InChain(stream.Head, exported, step, ref head) is { } misfit) return new ExportFindings(misfit, seen, found);
                if (head.Hash == noted) found = head;
                if (++seen % ProgressEvery == 0) progress?.Report(seen);
            }
            if (head.Version < stream.Head.Version) return new ExportFindings(Of(MisfitReason.EndMissing, stream.Events[^1].Event, stream.Head.Version), seen, found);
        }
        return new ExportFindings(InVersions(export, new CheckEffort(mostEffort, ct)), seen, found);
    }

    private static Misfit? InChain(ChainHead end, ExportedEvent exported, ChainStep step, ref ChainHead head)
    {
        var e = exported.Event;
        long expected = head.Version + 1;
        if (head.Version == end.Version) return Of(MisfitReason.AfterEnd, e, end.Version);
        if (step.To(e, exported.Hash, needsHash: true, ref head) is { } reason) return Of(reason, e, expected);
        return head.Version == end.Version && head.Hash != end.Hash ? Of(MisfitReason.Changed, e, expected) : null;
    }

    /// <summary>Whether texts, versions and signatures fit together, and what the export says of them is what its events say.</summary>
    private static Misfit? InVersions(Export export, CheckEffort effort)
    {
        var proofs = new Dictionary<StreamName, StreamProof>();
        foreach (var stream in export.Streams)
        {
            if (StreamProof.For(stream.Head.Stream, effort) is not { } proof) continue;
            foreach (var exported in stream.Events)
                if (proof.Next(exported.Event) is { } reason) return Of(reason, exported.Event, exported.Event.Version);
            proofs.Add(stream.Head.Stream, proof);
        }
        var subject = export.Streams.First(stream => stream.Head.Stream == export.Subject);
        var agreement = proofs.GetValueOrDefault(export.Subject) as AgreementProof;
        var made = agreement?.Versions ?? [];
        return InReferences(agreement, proofs, subject) ?? (export.Versions.SequenceEqual(made) ? null : Differing(export, made, subject));
    }

    private static Misfit? InReferences(AgreementProof? agreement, Dictionary<StreamName, StreamProof> proofs, ExportedStream subject)
    {
        if (agreement is null || !Streams.IsOf(subject.Head.Stream, out AgreementId id)) return null;
        var rules = proofs.GetValueOrDefault(Streams.OfRules(id.Partnership)) as RulesProof;
        foreach (var (reference, at) in agreement.References)
            if (rules?.Has(reference) is not true) return Of(MisfitReason.RulesMissing, subject.Events[(int)at].Event, reference.Version.Year);
        return null;
    }

    /// <summary>The event that made the first version that is told otherwise: its freezing, or the first approval or signature that differs.</summary>
    private static Misfit Differing(Export export, IReadOnlyList<ExportedVersion> made, ExportedStream stream)
    {
        int at = 0;
        while (at < made.Count && at < export.Versions.Count && export.Versions[at].Equals(made[at])) at++;
        if (at == made.Count) return Of(MisfitReason.VersionsDiffer, stream.Events[^1].Event, at);

        var told = at < export.Versions.Count ? export.Versions[at] : null;
        var consent = told is null || told with { Approvals = [], Signatures = [] } != made[at] with { Approvals = [], Signatures = [] }
            ? null
            : made[at].Approvals.Except(told.Approvals).Concat(made[at].Signatures.Except(told.Signatures)).FirstOrDefault();
        return Of(MisfitReason.VersionsDiffer, stream.Events[(int)(consent?.Event ?? made[at].Event)].Event, made[at].Number);
    }

    private static Misfit Of(MisfitReason reason, RecordedEvent e, long expected) => new(reason, e.Stream, e.Version, e.Type, expected);
}

/// <summary>What the check of an export found.</summary>
/// <param name="First">The first event that does not fit; null when all do.</param>
/// <param name="Events">How many events fit, up to there.</param>
/// <param name="Noted">The event whose hash is the noted one, if there is one among those.</param>
public sealed record ExportFindings(Misfit? First, long Events, ChainHead? Noted);
