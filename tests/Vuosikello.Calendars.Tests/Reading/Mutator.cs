namespace Vuosikello.Calendars.Tests.Reading;

/// <summary>Spoils files: what comes out is like a calendar and is none.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> seeds)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\r\n ", "\n\t", ":", ";", ",", "\"", "=", "\\", "^", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VALARM\r\n", "END:VCALENDAR\r\n", "BEGIN:VTIMEZONE\r\n",
            "DTSTART:", "DTEND:", "DURATION:P999999999W\r\n", "RRULE:FREQ=SECONDLY;COUNT=2147483647\r\n", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n", "RDATE:", "EXDATE:20260101,", "99991231T235959Z",
            "00010101T000000", "00000000", "20260229", "T240000", "+9999", "TZID=", "TZID:", "VALUE=DATE:", "VALUE=PERIOD:", "ENCODING=QUOTED-PRINTABLE:=", "=0D=0A=", "CHARSET=SHIFT_JIS:", "UID:\r\n",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:", "PT", "-P1D", "2147483648", "\0", "\u001A", "\uFEFF", "🎉",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE4], [0xF0, 0x9F], [0xFF, 0xFE], [0xED, 0xA0, 0x80],
    ];

    public byte[] Next()
    {
        var octets = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (int left = random.Next(1, 9); left > 0; left--) Spoil(octets);
        return [.. octets];
    }

    private void Spoil(List<byte> octets)
    {
        int at = random.Next(octets.Count + 1);
        int length = Math.Min(octets.Count - at, random.Next(1, random.Next(2, 200)));
        switch (random.Next(8))
        {
            case 0 when at < octets.Count: octets[at] = (byte)random.Next(256); break;
            case 1 when at < octets.Count: octets[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: octets.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
            case 3: octets.RemoveRange(at, length); break;
            case 4: octets.InsertRange(random.Next(octets.Count + 1), octets.GetRange(at, length)); break;
            case 5 when random.Next(10) == 0: octets.RemoveRange(at, octets.Count - at); break;
            case 6:
                byte[] other = seeds[random.Next(seeds.Count)];
                int from = random.Next(other.Length);
                octets.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 300))]);
                break;
            default:
                for (int i = at; i < at + length; i++)
                {
                    if (octets[i] is >= (byte)'0' and <= (byte)'9') octets[i] = (byte)('0' + random.Next(10));
                }
                break;
        }
    }
}
