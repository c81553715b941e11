using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Vuosikello.Events.Sqlite;

/// <summary>Reads pages of events on a connection of its own. A page ends its transaction, so that the log can be tidied between.</summary>
internal sealed class LogReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _all = new(connection, Schema.ReadAll);
    private readonly Statement _stream = new(connection, Schema.ReadStream);
    private readonly Dictionary<int, string> _types = [];
    private string _lastStream = "";

    public List<RecordedEvent> PageOfAll(long after, long upTo, int length)
    {
        _all.Bind(1, after);
        _all.Bind(2, upTo);
        _all.Bind(3, length);
        return Page(_all, null, length);
    }

    public List<RecordedEvent> PageOfStream(StreamName stream, long fromVersion, int length)
    {
        _stream.Bind(1, stream.Value);
        _stream.Bind(2, fromVersion);
        _stream.Bind(3, length);
        return Page(_stream, stream, length);
    }

    private List<RecordedEvent> Page(Statement rows, StreamName? known, int length)
    {
        var page = new List<RecordedEvent>(known is null ? length : 8);
        try
        {
            while (rows.Step()) page.Add(Row(rows, known));
        }
        finally
        {
            rows.Reset();
        }
        return page;
    }

    private RecordedEvent Row(Statement row, StreamName? known)
    {
        var data = row.Bytes(5);
        int length = data.Length;
        var metadata = row.Bytes(6);
        byte[] both = GC.AllocateUninitializedArray<byte>(length + metadata.Length);
        data.CopyTo(both);
        metadata.CopyTo(both.AsSpan(length));
        return new RecordedEvent(
            known ?? new StreamName(StreamOf(row.Bytes(1))),
            row.Int64(2),
            new Position(row.Int64(0)),
            new Guid(row.Bytes(3), bigEndian: true),
            TypeOf(row.Bytes(4)),
            both.AsMemory(0, length),
            both.AsMemory(length),
            Instant.FromUnixTimeTicks(row.Int64(7)));
    }

    // What one command brought about stands together, mostly in one stream.
    private string StreamOf(ReadOnlySpan<byte> utf8) => Matches(_lastStream, utf8) ? _lastStream : _lastStream = Encoding.UTF8.GetString(utf8);

    // A log has few types and many events: one string for each type.
    private string TypeOf(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        int key = hash.ToHashCode();
        if (_types.TryGetValue(key, out string? type) && Matches(type, utf8)) return type;
        return _types[key] = Encoding.UTF8.GetString(utf8);
    }

    private static bool Matches(string text, ReadOnlySpan<byte> utf8) => Ascii.Equals(utf8, text);

    public void Dispose()
    {
        _all.Dispose();
        _stream.Dispose();
        connection.Dispose();
    }
}
