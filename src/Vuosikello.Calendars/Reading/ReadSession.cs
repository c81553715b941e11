namespace Vuosikello.Calendars.Reading;

/// <summary>One file while it is read: octets in, in pieces; the reading out.</summary>
internal sealed class ReadSession : IDisposable
{
    private readonly ReadOptions _options;
    private readonly Notes _notes;
    private readonly MemoryBudget _memory;
    private readonly LineParser _lines;
    private readonly DocumentBuilder _document;
    private readonly Unfolder _unfolder;
    private readonly Utf16Gate _gate;
    private long _octets;

    public ReadSession(ReadOptions options)
    {
        _options = options;
        _notes = new Notes(options.MaxNotes);
        _memory = new MemoryBudget(options.MaxMemory);
        _lines = new LineParser(_notes, _memory, new OctetStore(_memory), options);
        _document = new DocumentBuilder(_notes, _memory, _lines.Names, options);
        _unfolder = new Unfolder(Take, _notes, options.MaxLineOctets);
        _gate = new Utf16Gate(_unfolder, _notes);
    }

    /// <summary>True when a limit is reached: what would be pushed now would be left out.</summary>
    public bool IsFull => _document.IsFull;

    public void Dispose() => _unfolder.Dispose();

    public void Push(ReadOnlySpan<byte> octets)
    {
        bool beyond = _octets + octets.Length > _options.MaxOctets;
        if (beyond) octets = octets[..(int)(_options.MaxOctets - _octets)];
        _octets += octets.Length;
        // In pieces, so that a limit that is reached stops the work soon.
        while (!octets.IsEmpty && !IsFull)
        {
            var piece = octets[..Math.Min(octets.Length, 1 << 16)];
            _gate.Push(piece);
            octets = octets[piece.Length..];
        }
        if (beyond && !IsFull) _document.StopForOctets(_unfolder.Line);
    }

    public CalendarReading Finish()
    {
        _gate.Finish();
        var document = _document.Finish();
        var events = new EventReader(_notes, _memory, _options).Read(document);
        if (_memory.IsSpent) _document.StopForMemory(_unfolder.Line);
        return new CalendarReading(document, events, _notes.ToImmutable(), _notes.Count);
    }

    private void Take(ReadOnlySpan<byte> line, LinePlace place)
    {
        if (IsFull) return;
        var property = _lines.Parse(line, place);
        if (_memory.IsSpent) _document.StopForMemory(place.Line);
        else if (property is { } read) _document.Add(read);
    }
}
