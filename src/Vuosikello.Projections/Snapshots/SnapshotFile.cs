using System.Security.Cryptography;
using Vuosikello.Events;

namespace Vuosikello.Projections.Snapshots;

/// <summary>The event that a snapshot stands at: its place and its identity, by which the same log is known again.</summary>
internal readonly record struct SnapshotPlace(StreamName Stream, long Version, Position Position, Guid Id);

/// <summary>
/// A snapshot's file: a mark, the segments one after another, a directory of them with a SHA-256 of each, the directory's length and its
/// SHA-256. The directory comes last so that segments of unknown length are written in one go.
/// </summary>
internal static class SnapshotFile
{
    private const int TrailerLength = sizeof(int) + SHA256.HashSizeInBytes;

    /// <summary>Format 1 of this file.</summary>
    private static ReadOnlySpan<byte> Mark => "VKVIEWS1"u8;

    /// <summary>Writes the file whole, beside its place, and then puts it there in one step: a crash leaves the old one or the new one.</summary>
    public static void Write(string path, Guid program, SnapshotPlace place, IReadOnlyList<SnapshotSegment> segments)
    {
        string beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            file.Write(Mark);
            var directory = new SnapshotWriter();
            directory.Guid(program);
            directory.Text(place.Stream.Value);
            directory.Number(place.Version);
            directory.Position(place.Position);
            directory.Guid(place.Id);
            directory.Count(segments.Count);
            foreach (var segment in segments)
            {
                var bytes = new SnapshotWriter();
                segment.Write(bytes);
                file.Write(bytes.Written);
                directory.Name(segment.Projection);
                directory.Count(bytes.Written.Length);
                directory.Bytes(SHA256.HashData(bytes.Written));
            }
            file.Write(directory.Written);
            file.Write(BitConverter.GetBytes(directory.Written.Length));
            file.Write(SHA256.HashData(directory.Written));
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Reads the directory.</summary>
    /// <exception cref="InvalidDataException">The file is not a snapshot of this format, or was damaged.</exception>
    public static SnapshotDirectory ReadDirectory(string path)
    {
        using var file = File.OpenHandle(path);
        long length = RandomAccess.GetLength(file);
        if (length < Mark.Length + TrailerLength || !Read(file, 0, Mark.Length).AsSpan().SequenceEqual(Mark))
            throw new InvalidDataException("it is not a snapshot of this program's format");
        var trailer = Read(file, length - TrailerLength, TrailerLength);
        int directoryLength = BitConverter.ToInt32(trailer);
        if (directoryLength < 0 || directoryLength > length - TrailerLength - Mark.Length) throw new InvalidDataException("its directory is damaged");
        var bytes = Read(file, length - TrailerLength - directoryLength, directoryLength);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(trailer.AsSpan(sizeof(int)))) throw new InvalidDataException("its directory does not fit its checksum");

        var from = new SnapshotReader(bytes);
        var program = from.Guid();
        var place = new SnapshotPlace(new(from.Text() ?? ""), from.Number(), from.Position(), from.Guid());
        var entries = new SnapshotEntry[from.Count()];
        long at = Mark.Length;
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new(from.Name(), at, from.Count(), from.Bytes(SHA256.HashSizeInBytes).ToArray());
            at += entries[i].Length;
        }
        return new(program, place, entries);
    }

    /// <summary>Reads one segment, checked.</summary>
    public static SnapshotReader ReadSegment(Microsoft.Win32.SafeHandles.SafeFileHandle file, SnapshotEntry entry)
    {
        var bytes = Read(file, entry.Offset, entry.Length);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(entry.Checksum)) throw new InvalidDataException($"a part of it ({entry.Projection}) does not fit its checksum");
        return new(bytes);
    }

    private static byte[] Read(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at, int length)
    {
        var bytes = new byte[length];
        int read = 0;
        while (read < length)
        {
            int some = RandomAccess.Read(file, bytes.AsSpan(read), at + read);
            if (some == 0) throw new InvalidDataException("it ends too early");
            read += some;
        }
        return bytes;
    }
}

/// <param name="Program">Which build wrote it: the identities of the modules that fold events.</param>
internal sealed record SnapshotDirectory(Guid Program, SnapshotPlace Place, SnapshotEntry[] Entries);

internal sealed record SnapshotEntry(string Projection, long Offset, int Length, byte[] Checksum);
