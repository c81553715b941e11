using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Projections.Snapshots;

/// <summary>One part of a projection's state, written when its turn comes.</summary>
internal sealed record SnapshotSegment(string Projection, Action<SnapshotWriter> Write);

/// <summary>
/// Writes values as compact bytes: whole numbers in groups of seven bits, texts as UTF-8 after their length, short names and
/// stamps that were written before as a number. <see cref="SnapshotReader"/> is its mirror, method by method.
/// </summary>
internal sealed class SnapshotWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<Stamp> _stamps = [];

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Count(int value) => Unsigned((uint)value);

    public void Number(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Flag(bool value) => Unsigned(value ? 1u : 0u);

    public void Guid(Guid value)
    {
        value.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }

    /// <summary>Raw bytes whose length the reader knows.</summary>
    public void Bytes(ReadOnlySpan<byte> value) => _bytes.Write(value);

    public void Text(string? value)
    {
        if (value is null)
        {
            Count(0);
            return;
        }
        int length = Encoding.UTF8.GetByteCount(value);
        Count(length + 1);
        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    /// <summary>A text that comes again and again, such as a short name: in full once, a number after that.</summary>
    public void Name(string value)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, value, out bool known);
        if (!known) number = _names.Count;
        Count(known ? number : 0);
        if (!known) Text(value);
    }

    public void Text(LocalText value)
    {
        Text(value.Fi);
        Text(value.Sv);
        Text(value.En);
    }

    public void Date(LocalDate value) => Number((value.Year * 512L) + (value.Month * 32) + value.Day);

    public void Time(LocalTime value) => Number(value.NanosecondOfDay);

    public void DateTime(LocalDateTime value)
    {
        Date(value.Date);
        Time(value.TimeOfDay);
    }

    public void Instant(Instant value)
    {
        var since = value - NodaConstants.UnixEpoch;
        Number(since.Days);
        Number(since.NanosecondOfDay);
    }

    public void Position(Position value) => Number(value.Value);

    public void Round(RoundId value)
    {
        Name(value.Partnership.Value);
        Name(value.Slug);
    }

    public void Cycle(CycleId value)
    {
        Name(value.Partnership.Value);
        Number(value.Year);
    }

    /// <summary>Stamps before this point are not referred to any more.</summary>
    public void ForgetStamps() => _stamps.Clear();

    public void Stamp(Stamp value)
    {
        int known = _stamps.IndexOf(value);
        Count(known + 1);
        if (known >= 0) return;
        _stamps.Add(value);
        Guid(value.Command.Value);
        Guid(value.By.Value);
        Flag(value.For is not null);
        if (value.For is { } partner) Name(partner.Value);
        Instant(value.At);
    }

    public void List<T>(ValueList<T> values, Action<T> write)
    {
        Count(values.Count);
        foreach (var value in values.AsSpan()) write(value);
    }

    private void Unsigned(ulong value)
    {
        var span = _bytes.GetSpan(10);
        int length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        span[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
