using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;

namespace Vuosikello.Calendars.Reading;

/// <summary>
/// Reads iCalendar from outside (RFC 5545, RFC 7986; vCalendar 1.0 as far as it is alike). Whatever the octets are, it ends, throws
/// nothing on their account, stays within the limits of <see cref="ReadOptions"/>, and says in notes what it tolerated and what was lost.
/// </summary>
public static class CalendarReader
{
    private const int Piece = 1 << 16;

    /// <summary>Reads what is in memory.</summary>
    /// <param name="octets">The file.</param>
    /// <param name="options">Null for <see cref="ReadOptions.Default"/>.</param>
    public static CalendarReading Parse(ReadOnlySpan<byte> octets, ReadOptions? options = null)
    {
        using var session = new ReadSession(options ?? ReadOptions.Default);
        session.Push(octets);
        return session.Finish();
    }

    /// <summary>Reads a stream to its end, or until a limit is reached; the stream stays open.</summary>
    /// <exception cref="IOException">The stream itself fails, or whatever else it throws.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<CalendarReading> Read(Stream stream, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var session = new ReadSession(options ?? ReadOptions.Default);
        byte[] piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (!session.IsFull && await stream.ReadAsync(piece, cancellation) is var length and > 0) session.Push(piece.AsSpan(0, length));
            return session.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Reads a pipe to its end, or until a limit is reached; the caller completes it.</summary>
    /// <exception cref="IOException">The pipe itself fails, or whatever else it throws.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<CalendarReading> Read(PipeReader pipe, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        using var session = new ReadSession(options ?? ReadOptions.Default);
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            foreach (var piece in read.Buffer) session.Push(piece.Span);
            pipe.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || session.IsFull) return session.Finish();
        }
    }
}

/// <summary>What a file held.</summary>
/// <param name="Document">All of it.</param>
/// <param name="Events">Its VEVENTs with their times understood, overrides too, in the order of the file. One whose start cannot be understood is only in the document.</param>
/// <param name="Notes">What was not as it should be, at most so many as the options allow. Those on the file's form come before those on events.</param>
/// <param name="NoteCount">How many notes there were, those included that were not kept.</param>
public sealed record CalendarReading(CalendarDocument Document, ImmutableArray<ReadEvent> Events, ImmutableArray<ReadNote> Notes, long NoteCount)
{
    /// <summary>True when something of the file is lost, and a kept note says what.</summary>
    public bool HasErrors => Notes.Any(note => note.IsError);
}
