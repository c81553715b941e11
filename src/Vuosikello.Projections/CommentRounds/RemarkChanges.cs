using System.Collections.Concurrent;
using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Events;
using Vuosikello.Projections.Snapshots;

namespace Vuosikello.Projections.CommentRounds;

/// <summary>A change of a clause that followed from a remark.</summary>
/// <param name="Document">The stream of the rules or the agreement.</param>
/// <param name="Clause">The clause that was changed; the remark may have been on another one.</param>
/// <param name="Version">Of the document, with the change.</param>
public sealed record RemarkChange(RemarkReference Remark, StreamName Document, ClauseId Clause, long Version, Stamp Stamp);

/// <summary>Queries on what became of remarks.</summary>
public interface IRemarkChanges
{
    /// <summary>The changes that followed from a remark, oldest first.</summary>
    IReadOnlyList<RemarkChange> Of(RemarkReference remark);

    /// <summary>The changes of a clause that followed from remarks, oldest first.</summary>
    IReadOnlyList<RemarkChange> Of(StreamName document, ClauseId clause);
}

/// <summary>Which changes followed from which remarks, found from both sides.</summary>
internal sealed class RemarkChanges : IProjection, IRemarkChanges
{
    private readonly ConcurrentDictionary<RemarkReference, ValueList<RemarkChange>> _byRemark = new();
    private readonly ConcurrentDictionary<(StreamName, ClauseId), ValueList<RemarkChange>> _byClause = new();

    public string Name => "remark-changes";

    public IReadOnlyList<RemarkChange> Of(RemarkReference remark) => _byRemark.GetValueOrDefault(remark) ?? [];

    public IReadOnlyList<RemarkChange> Of(StreamName document, ClauseId clause) => _byClause.GetValueOrDefault((document, clause)) ?? [];

    public void Apply(in Recorded recorded, List<ViewChange>? changes)
    {
        if (recorded.Fact.Event is not ITracedChange { Origin.Remark: { } remark } traced) return;
        var change = new RemarkChange(remark, recorded.Stream, traced.Changed, recorded.Fact.Version, recorded.Fact.Stamp);
        Put(_byRemark, remark, change);
        Put(_byClause, (change.Document, change.Clause), change);
        changes?.Add(new(remark.Round.Partnership, null, null, recorded.Position, Streams.Of(remark.Round)));
    }

    public IReadOnlyList<SnapshotSegment> Capture()
    {
        var all = _byRemark.Values.ToArray();
        return [new(Name, writer =>
        {
            writer.Count(all.Sum(changes => changes.Count));
            foreach (var change in all.SelectMany(changes => changes)) writer.Text(SnapshotJson.Write(Kept.Of(change)));
        })];
    }

    public void Load(SnapshotReader segment)
    {
        var all = new List<RemarkChange>();
        for (int left = segment.Count(); left > 0; left--) all.Add(SnapshotJson.Read<Kept>(segment.Text()).Change());

        // they were kept remark by remark; of one clause they are in the order of its document
        foreach (var change in all) Put(_byRemark, change.Remark, change);
        foreach (var change in all.OrderBy(c => c.Version)) Put(_byClause, (change.Document, change.Clause), change);
    }

    public void Clear()
    {
        _byRemark.Clear();
        _byClause.Clear();
    }

    public IEnumerable<KeyValuePair<string, object>> Contents()
    {
        foreach (var (remark, changes) in _byRemark) yield return new($"{Name} {remark.Round} {remark.Partner} {remark.Clause}", changes);
    }

    private static void Put<TKey>(ConcurrentDictionary<TKey, ValueList<RemarkChange>> lists, TKey key, RemarkChange change) where TKey : notnull =>
        lists.AddOrUpdate(key, [change], (_, before) => [.. before, change]);

    private sealed record Kept(RemarkReference Remark, string Document, ClauseId Clause, long Version, Stamp Stamp)
    {
        public static Kept Of(RemarkChange change) => new(change.Remark, change.Document.Value, change.Clause, change.Version, change.Stamp);

        public RemarkChange Change() => new(Remark, new StreamName(Document), Clause, Version, Stamp);
    }
}
