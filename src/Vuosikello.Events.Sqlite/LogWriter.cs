using Microsoft.Data.Sqlite;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>
/// Decides appends and inserts their events, one transaction at a time: what is decided later in a transaction sees what was
/// inserted earlier in it. Used by one thread only.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement[] _statements;
    private readonly Statement _begin, _commit, _insert, _head, _end, _placeOfId, _idsFrom;
    private readonly StreamHeads _heads = new();
    private long _position;

    public LogWriter(SqliteConnection connection)
    {
        _connection = connection;
        _statements = Statement.Prepare(connection, "BEGIN IMMEDIATE", "COMMIT", Schema.Insert, Schema.Head, Schema.End, Schema.PlaceOfId, Schema.IdsFrom);
        (_begin, _commit, _insert, _head) = (_statements[0], _statements[1], _statements[2], _statements[3]);
        (_end, _placeOfId, _idsFrom) = (_statements[4], _statements[5], _statements[6]);
        try
        {
            _position = ReadEnd();
        }
        catch
        {
            foreach (var statement in _statements) statement.Dispose();
            throw;
        }
    }

    /// <summary>The position of the last event, committed or not; -1 after a rollback, until the next transaction.</summary>
    public long Position => _position;

    public void Begin()
    {
        _begin.Run();
        if (_position < 0) _position = ReadEnd();
    }

    public void Commit() => _commit.Run();

    /// <summary>Forgets the transaction, and what was remembered of it; the next one looks at the log afresh.</summary>
    public void Rollback()
    {
        _heads.Clear();
        _position = -1;
        // SQLite has often rolled back by itself: a full disk, a failed write.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            using var rollback = new Statement(_connection, "ROLLBACK");
            rollback.Run();
        }
    }

    /// <summary>Inserts the events, or finds that they are there already, or that the stream is at another version.</summary>
    /// <param name="inserted">Gets the events when they are new.</param>
    /// <exception cref="WrongExpectedVersionException">Nothing of this append was inserted; the transaction can go on.</exception>
    public AppendResult Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, Instant now, List<RecordedEvent> inserted)
    {
        var head = HeadOf(stream.Value);
        long? before = PlaceBefore(stream.Value, expected, events, head.Version);
        if (before is null) throw new WrongExpectedVersionException(stream, expected, head.Version);
        if (before < head.Version)
        {
            return Repeated(stream.Value, before.Value, events) ?? throw new WrongExpectedVersionException(stream, expected, head.Version);
        }

        long recorded = now.ToUnixTimeTicks();
        long version = head.Version;
        foreach (var e in events)
        {
            Insert(stream.Value, ++version, ++_position, e, recorded);
            inserted.Add(new RecordedEvent(stream, version, new Position(_position), e.Id, e.Type, e.Data, e.Metadata, Instant.FromUnixTimeTicks(recorded)));
        }
        _heads.Set(stream.Value, new Head(version, _position));
        return new AppendResult(version, new Position(_position));
    }

    /// <summary>The version after which the events belong; null when the stream can never have been as expected.</summary>
    private long? PlaceBefore(string stream, ExpectedVersion expected, IReadOnlyList<EventData> events, long head)
    {
        if (expected.Value >= ExpectedVersion.NoStream.Value) return expected.Value <= head ? expected.Value : null;
        if (head < 0) return expected == ExpectedVersion.Any ? head : null;
        return FindId(stream, events[0].Id) is { } place ? place - 1 : head;
    }

    private AppendResult? Repeated(string stream, long before, IReadOnlyList<EventData> events)
    {
        Span<byte> id = stackalloc byte[16];
        long position = 0;
        int same = 0;
        _idsFrom.Bind(1, stream);
        _idsFrom.Bind(2, before + 1);
        _idsFrom.Bind(3, events.Count);
        while (same < events.Count && _idsFrom.Step())
        {
            events[same].Id.TryWriteBytes(id, bigEndian: true, out _);
            if (!_idsFrom.Bytes(0).SequenceEqual(id)) break;
            position = _idsFrom.Int64(1);
            same++;
        }
        _idsFrom.Reset();
        return same == events.Count ? new AppendResult(before + same, new Position(position), Repeated: true) : null;
    }

    private void Insert(string stream, long version, long position, EventData e, long recorded)
    {
        Span<byte> id = stackalloc byte[16];
        e.Id.TryWriteBytes(id, bigEndian: true, out _);
        _insert.Bind(1, position);
        _insert.Bind(2, stream);
        _insert.Bind(3, version);
        _insert.Bind(4, id);
        _insert.Bind(5, e.Type);
        _insert.Bind(6, e.Data.Span);
        _insert.Bind(7, e.Metadata.Span);
        _insert.Bind(8, recorded);
        _insert.Run();
    }

    private Head HeadOf(string stream)
    {
        if (_heads.TryGet(stream, out var head)) return head;
        _head.Bind(1, stream);
        head = _head.Step() ? new Head(_head.Int64(0), _head.Int64(1)) : Head.None;
        _head.Reset();
        if (head.Version >= 0) _heads.Set(stream, head);
        return head;
    }

    private long? FindId(string stream, Guid wanted)
    {
        Span<byte> id = stackalloc byte[16];
        wanted.TryWriteBytes(id, bigEndian: true, out _);
        _placeOfId.Bind(1, stream);
        _placeOfId.Bind(2, id);
        long? place = _placeOfId.Step() ? _placeOfId.Int64(0) : null;
        _placeOfId.Reset();
        return place;
    }

    private long ReadEnd()
    {
        long end = _end.Step() ? _end.Int64(0) : 0;
        _end.Reset();
        return end;
    }

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
        _connection.Dispose();
    }
}
