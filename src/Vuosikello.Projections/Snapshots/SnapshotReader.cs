using System.Text;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote. The bytes have been checked against their checksum before.</summary>
internal sealed class SnapshotReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<string> _names = [];
    private readonly List<Stamp> _stamps = [];
    private int _at;

    public int Count() => checked((int)Unsigned());

    public long Number()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public bool Flag() => Unsigned() != 0;

    public Guid Guid() => new(Bytes(16));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var some = bytes.Span.Slice(_at, length);
        _at += length;
        return some;
    }

    public string? Text()
    {
        int length = Count() - 1;
        return length < 0 ? null : Encoding.UTF8.GetString(Bytes(length));
    }

    public string Name()
    {
        int number = Count();
        if (number > 0) return _names[number - 1];
        string name = Text() ?? throw new InvalidDataException("A name is missing.");
        _names.Add(name);
        return name;
    }

    public LocalText LocalText()
    {
        string? fi = Text(), sv = Text(), en = Text();
        return fi is null && sv is null && en is null ? Domain.LocalText.Empty : new(fi, sv, en);
    }

    public LocalDate Date()
    {
        long value = Number();
        return new((int)(value >> 9), (int)(value >> 5) & 15, (int)value & 31);
    }

    public LocalTime Time() => LocalTime.FromNanosecondsSinceMidnight(Number());

    public LocalDateTime DateTime() => Date() + Time();

    public Instant Instant() => NodaConstants.UnixEpoch + Duration.FromDays((int)Number()) + Duration.FromNanoseconds(Number());

    public Position Position() => new(Number());

    public RoundId Round() => new(new(Name()), Name());

    public CycleId Cycle() => new(new(Name()), (int)Number());

    public void ForgetStamps() => _stamps.Clear();

    public Stamp Stamp()
    {
        int known = Count();
        if (known > 0) return _stamps[known - 1];
        var command = new CommandId(Guid());
        var by = new MemberId(Guid());
        PartnerId? partner = Flag() ? new(Name()) : null;
        var stamp = new Stamp(command, by, partner, Instant());
        _stamps.Add(stamp);
        return stamp;
    }

    public ValueList<T> List<T>(Func<T> read)
    {
        int count = Count();
        if (count == 0) return [];
        var values = new T[count];
        for (int i = 0; i < count; i++) values[i] = read();
        return ValueList.Create<T>(values);
    }

    private ulong Unsigned()
    {
        var span = bytes.Span;
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = span[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new InvalidDataException("A number is longer than 64 bits.");
    }
}
