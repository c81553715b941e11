using NodaTime;

namespace Vuosikello.Calendars.Writing;

/// <summary>A DURATION (RFC 5545 section 3.3.6): days, then hours, minutes and seconds without a gap between them.</summary>
internal static class LengthValue
{
    /// <param name="line">Where to write it.</param>
    /// <param name="length">Whole seconds; negative ones begin with a minus.</param>
    public static ContentLines Write(ContentLines line, Duration length)
    {
        if (length < Duration.Zero)
        {
            line.Raw("-"u8);
            length = -length;
        }
        line.Raw("P"u8);
        if (length.Days > 0) line.Number(length.Days).Raw("D"u8);
        bool wholeDays = length.Hours == 0 && length.Minutes == 0 && length.Seconds == 0;
        if (wholeDays) return length.Days > 0 ? line : line.Raw("T0S"u8);
        line.Raw("T"u8);
        if (length.Hours > 0) line.Number(length.Hours).Raw("H"u8);
        if (length.Minutes > 0 || (length.Hours > 0 && length.Seconds > 0)) line.Number(length.Minutes).Raw("M"u8);
        return length.Seconds > 0 ? line.Number(length.Seconds).Raw("S"u8) : line;
    }
}
