using System.Text;

namespace Vuosikello.Calendars.Reading;

/// <summary>
/// One string for each name or short value, however often it stands in a file. Takes a limited number; further ones are made
/// anew each time.
/// </summary>
internal sealed class NameTable
{
    private const int Slots = 512;
    private const int MostTaken = Slots / 2;
    private const int LongestTaken = 64;
    private static readonly NameTable Known = MakeKnown();
    private readonly PropertyName[] _slots = new PropertyName[Slots];
    private int _taken;

    /// <summary>A name in any letters, as one in capitals.</summary>
    public PropertyName Name(ReadOnlySpan<byte> name)
    {
        uint hash = Hash(name, ignoreCase: true);
        var known = Known._slots[Known.Slot(name, hash, ignoreCase: true)];
        if (known.Text is not null) return known;
        int slot = Slot(name, hash, ignoreCase: true);
        return _slots[slot].Text is null ? Add(slot, new(PropertyKind.Other, Encoding.UTF8.GetString(name).ToUpperInvariant())) : _slots[slot];
    }

    /// <summary>A value as it is.</summary>
    public string Value(ReadOnlySpan<byte> value)
    {
        if (value.Length > LongestTaken) return Encoding.UTF8.GetString(value);
        int slot = Slot(value, Hash(value, ignoreCase: false), ignoreCase: false);
        return _slots[slot].Text ?? Add(slot, new(PropertyKind.Other, Encoding.UTF8.GetString(value))).Text;
    }

    private PropertyName Add(int slot, PropertyName name)
    {
        // What is not ASCII would not be found again.
        if (_taken == MostTaken || name.Text.Length > LongestTaken || !Ascii.IsValid(name.Text)) return name;
        _taken++;
        return _slots[slot] = name;
    }

    /// <summary>Where it is, or where there is room for it.</summary>
    private int Slot(ReadOnlySpan<byte> text, uint hash, bool ignoreCase)
    {
        int slot = (int)(hash % Slots);
        while (_slots[slot].Text is { } taken && !(ignoreCase ? Ascii.EqualsIgnoreCase(text, taken) && IsCapital(taken) : Ascii.Equals(text, taken))) slot = (slot + 1) % Slots;
        return slot;
    }

    /// <summary>Names and values share the table: a value in small letters is not the name that it resembles.</summary>
    private static bool IsCapital(string taken) => !taken.AsSpan().ContainsAnyInRange('a', 'z');

    private static uint Hash(ReadOnlySpan<byte> text, bool ignoreCase)
    {
        uint hash = 2166136261;
        foreach (byte octet in text)
        {
            byte folded = ignoreCase && octet is >= (byte)'a' and <= (byte)'z' ? (byte)(octet - 32) : octet;
            hash = (hash ^ folded) * 16777619;
        }
        return hash;
    }

    private static NameTable MakeKnown()
    {
        var table = new NameTable();
        foreach (var name in PropertyNames.All)
        {
            byte[] octets = Encoding.ASCII.GetBytes(name.Text);
            table._slots[table.Slot(octets, Hash(octets, ignoreCase: true), ignoreCase: true)] = name;
        }
        return table;
    }
}
