using System.Buffers.Binary;

namespace Vuosikello.Events.Sqlite;

/// <summary>
/// Looks whether the file is whole before SQLite opens it: SQLite itself would take a file that was cut short for whole
/// as long as there is a write-ahead log. Cheap, and changes nothing. (File formats: sqlite.org/fileformat2.html, 1.3 and 4.1.)
/// </summary>
internal static class FileCheck
{
    private const int HeaderLength = 100;
    private const int LogHeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <exception cref="StoreDamagedException">The file is cut short or is not a database.</exception>
    public static void Run(DataFolder folder)
    {
        using var file = new FileStream(folder.Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read < HeaderLength) throw Failures.Damaged(folder.Path, $"events.db is only {file.Length} bytes long, too short to be a database");
        if (!header.StartsWith("SQLite format 3\0"u8)) throw Failures.Damaged(folder.Path, "events.db is not a database");

        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65536 : size;
        long pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        long there = file.Length / pageSize;
        if (there >= pages) return;

        // After a crash in the middle of tidying, pages may be missing here as long as the write-ahead log has them.
        long missing = FirstMissing(folder.WriteAheadLog, there + 1, pages);
        if (missing <= pages)
            throw Failures.Damaged(folder.Path, $"events.db should have {pages} pages, but has {there}: page {missing} and maybe others are missing");
    }

    private static long FirstMissing(string writeAheadLog, long from, long to)
    {
        var logged = PagesIn(writeAheadLog);
        long page = from;
        while (page <= to && logged.Contains(page)) page++;
        return page;
    }

    private static HashSet<long> PagesIn(string writeAheadLog)
    {
        var pages = new HashSet<long>();
        if (!File.Exists(writeAheadLog)) return pages;
        using var log = new FileStream(writeAheadLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[LogHeaderLength];
        if (log.ReadAtLeast(header, LogHeaderLength, throwOnEndOfStream: false) < LogHeaderLength) return pages;

        long pageSize = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        Span<byte> frame = stackalloc byte[FrameHeaderLength];
        while (log.ReadAtLeast(frame, FrameHeaderLength, throwOnEndOfStream: false) == FrameHeaderLength)
        {
            // Frames of an earlier round through the same file have another salt.
            if (!frame[8..16].SequenceEqual(header[16..24])) break;
            pages.Add(BinaryPrimitives.ReadUInt32BigEndian(frame));
            log.Seek(pageSize, SeekOrigin.Current);
        }
        return pages;
    }
}
