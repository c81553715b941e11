namespace Vuosikello.Web.Feeds;

/// <summary>The kind of program that fetches a feed.</summary>
public enum CalendarProgram
{
    /// <summary>Any other, or one that does not say.</summary>
    Other,
    Google,
    Outlook,
    Apple,
    Thunderbird,
}

/// <summary>Tells programs apart by what they call themselves (RFC 9110 section 10.1.5).</summary>
public static class CalendarPrograms
{
    /// <summary>Nobody needs more of it to say who they are.</summary>
    private const int Read = 256;

    private static readonly (string Mark, CalendarProgram Program)[] Marks =
    [
        ("Google-Calendar", CalendarProgram.Google),
        ("Thunderbird", CalendarProgram.Thunderbird),
        ("dataaccessd", CalendarProgram.Apple),
        ("CalendarAgent", CalendarProgram.Apple),
        ("Outlook", CalendarProgram.Outlook),
        ("Exchange", CalendarProgram.Outlook),
    ];

    public static CalendarProgram Of(string? userAgent)
    {
        if (userAgent is null) return CalendarProgram.Other;
        var said = userAgent.AsSpan(0, Math.Min(userAgent.Length, Read));
        foreach (var (mark, program) in Marks)
        {
            if (said.Contains(mark, StringComparison.OrdinalIgnoreCase)) return program;
        }
        return CalendarProgram.Other;
    }
}
