using NodaTime;

namespace Vuosikello.Calendars.Reading;

/// <summary>How much is read of a file from outside, and how what it leaves open is understood. What lies beyond a limit is left out, with a note.</summary>
public sealed record ReadOptions
{
    /// <summary>The limits that suit a file from anybody.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Octets of the file; reading stops there.</summary>
    public long MaxOctets { get; init; } = 50_000_000;

    /// <summary>Octets of one line, unfolded; a longer one is left out. At least 75.</summary>
    public int MaxLineOctets { get; init; } = 1_000_000;

    /// <summary>Components, inner ones too; reading stops there.</summary>
    public int MaxComponents { get; init; } = 100_000;

    /// <summary>Components within each other, VCALENDAR the first; deeper ones are left out.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Octets of memory that reading may take, the document and the events included; reading stops there. Beside it there are some 100 kB of buffers.</summary>
    public long MaxMemory { get; init; } = 400_000_000;

    /// <summary>Notes; further ones are counted but not kept.</summary>
    public int MaxNotes { get; init; } = 1_000;

    /// <summary>In which zone floating times are; null for the one that X-WR-TIMEZONE names, or else UTC.</summary>
    public DateTimeZone? FloatingZone { get; init; }

    /// <summary>The character set that the sender declared, such as the charset of an HTTP answer, for lines that are not UTF-8; null or unknown: Windows-1252.</summary>
    public string? Charset { get; init; }
}
