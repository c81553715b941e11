using System.Buffers;

namespace Vuosikello.Calendars.Reading;

/// <summary>Takes an unfolded line.</summary>
/// <param name="line">Its octets, only for the time of the call.</param>
/// <param name="place">Where in the file its octets are.</param>
internal delegate void LineTaker(ReadOnlySpan<byte> line, LinePlace place);

/// <summary>Where the octets of an unfolded line are in the file.</summary>
internal sealed class LinePlace
{
    private readonly List<(int Offset, int Line)> _folds = [];

    public int Line { get; private set; } = 1;

    public void Start(int line)
    {
        Line = line;
        _folds.Clear();
    }

    public void Fold(int offset, int line) => _folds.Add((offset, line));

    /// <summary>The line and the column, both from 1, of the octet at an offset of the unfolded line.</summary>
    public (int Line, int Column) At(int offset)
    {
        for (int i = _folds.Count - 1; i >= 0; i--)
        {
            if (offset >= _folds[i].Offset) return (_folds[i].Line, offset - _folds[i].Offset + 2);
        }
        return (Line, offset + 1);
    }
}

/// <summary>
/// Octets in, in pieces of any size; unfolded lines out (RFC 5545 section 3.1). Folds are undone before anything is decoded, so
/// that one inside a character does no harm. Lines may end in CRLF, LF or CR; empty ones are passed over.
/// </summary>
internal sealed class Unfolder(LineTaker take, Notes notes, int maxLine) : IDisposable
{
    private readonly LinePlace _place = new();
    private byte[] _line = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;
    private int _number = 1;
    private bool _open;
    private bool _tooLong;
    private bool _afterReturn;
    private bool _atStart = true;

    /// <summary>The line of the file that is being read; from 1.</summary>
    public int Line => _number;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_line);

    public void Push(ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            if (_afterReturn)
            {
                _afterReturn = false;
                if (octets[0] == '\n') octets = octets[1..];
                else notes.AddOnce(NoteKind.CarriageReturnOnly, (_number - 1, 1), $"Lines end in CR alone; they should end in CRLF.");
                continue;
            }
            if (_atStart) octets = Begin(octets);
            int end = octets.IndexOfAny((byte)'\r', (byte)'\n');
            Append(end < 0 ? octets : octets[..end]);
            if (end < 0) return;
            if (octets[end] == '\r') _afterReturn = true;
            else notes.AddOnce(NoteKind.LineFeedOnly, (_number, 1), $"Lines end in LF alone; they should end in CRLF.");
            (_atStart, _number) = (true, _number + 1);
            octets = octets[(end + 1)..];
        }
    }

    /// <summary>There is nothing more: hands over the last line.</summary>
    public void Finish() => HandOver();

    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> octets)
    {
        _atStart = false;
        switch (octets[0])
        {
            case (byte)' ' or (byte)'\t':
                if (!_open)
                {
                    notes.AddOnce(NoteKind.FoldedFirstLine, (_number, 1), $"The first line is a continuation of none; taken as a line.");
                    _place.Start(_number);
                    _open = true;
                }
                _place.Fold(_length, _number);
                return octets[1..];
            case (byte)'\r' or (byte)'\n':
                notes.AddOnce(NoteKind.EmptyLine, (_number, 1), $"An empty line; passed over.");
                return octets;
            default:
                HandOver();
                _place.Start(_number);
                _open = true;
                return octets;
        }
    }

    private void Append(ReadOnlySpan<byte> octets)
    {
        if (_length + octets.Length > maxLine)
        {
            _tooLong = true;
            return;
        }
        if (_length + octets.Length > _line.Length)
        {
            byte[] longer = ArrayPool<byte>.Shared.Rent(Math.Max(_line.Length * 2, _length + octets.Length));
            _line.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_line);
            _line = longer;
        }
        octets.CopyTo(_line.AsSpan(_length));
        _length += octets.Length;
    }

    private void HandOver()
    {
        if (!_open) return;
        if (_tooLong) notes.Add(NoteKind.LineTooLong, (_place.Line, 1), $"A line of more than {maxLine} octets; left out.");
        else take(_line.AsSpan(0, _length), _place);
        (_open, _tooLong, _length) = (false, false, 0);
    }
}
