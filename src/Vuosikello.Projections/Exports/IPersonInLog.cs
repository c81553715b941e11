using System.Text;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.Exports;

/// <summary>An event that somebody brought about, or that names their id.</summary>
/// <param name="Type">Its stored name.</param>
/// <param name="Stream">Of what.</param>
/// <param name="At">The moment that counts, UTC.</param>
/// <param name="IsTheirs">Whether they brought it about; else it names them.</param>
/// <param name="For">The organisation for which it was done; null for none.</param>
public sealed record EventOfPerson(Guid Id, string Type, StreamName Stream, Instant At, bool IsTheirs, PartnerId? For);

/// <summary>What the log has of somebody: their id, and nothing else of them.</summary>
public interface IPersonInLog
{
    /// <summary>All of it in the log's order. The whole log is read for it, by one asker at a time.</summary>
    Task<IReadOnlyList<EventOfPerson>> Of(MemberId member, CancellationToken ct);
}

/// <inheritdoc cref="IPersonInLog" />
internal sealed class PersonInLog(IEventStore store) : IPersonInLog, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<IReadOnlyList<EventOfPerson>> Of(MemberId member, CancellationToken ct)
    {
        byte[] id = Encoding.UTF8.GetBytes(member.ToString());
        var found = new List<EventOfPerson>();
        await _turn.WaitAsync(ct);
        try
        {
            await foreach (var recorded in store.ReadAll(Position.Start, ct))
            {
                if (recorded.Metadata.Span.IndexOf(id) < 0 && recorded.Data.Span.IndexOf(id) < 0) continue;
                var stamp = EventSerializer.Deserialize(recorded).Stamp;
                found.Add(new(recorded.Id, recorded.Type, recorded.Stream, stamp.At, stamp.By == member, stamp.For));
            }
        }
        finally
        {
            _turn.Release();
        }
        return found;
    }

    public void Dispose() => _turn.Dispose();
}
