namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Reads a file that a person gave, whatever it is. It ends, and throws nothing on the file's account.</summary>
public static class ActivityFileReader
{
    public static async ValueTask<FileReading> Read(ReadOnlyMemory<byte> octets, ReadingScope scope)
    {
        if (octets.IsEmpty) return FileReading.Refused(FileKind.Unknown, FileNotes.Empty);
        if (octets.Length > FileLimits.Octets) return FileReading.Refused(FileKind.Unknown, FileNotes.TooLarge, $"{FileLimits.Octets / 1_000_000}");
        return FileKinds.Of(octets.Span) switch
        {
            FileKind.Table => new CsvReading(scope).Read(octets.Span),
            FileKind.Calendar => await new EventsReading(scope).Read(octets),
            var other => FileReading.Refused(other, other.ToString()),
        };
    }
}
