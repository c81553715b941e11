using Vuosikello.Domain;

namespace Vuosikello.Web.Live;

/// <summary>One connection's place at a page.</summary>
/// <param name="number">By which the page knows itself among those who are here.</param>
/// <param name="line">The way to it.</param>
/// <param name="page">What is open.</param>
/// <param name="language">In which it is open.</param>
/// <param name="reader">As the session and the memberships said when it sat down.</param>
/// <param name="member">Who it is; null for the public.</param>
public sealed class Seat(int number, LiveLine line, ILivePage page, string language, ReaderCircle reader, MemberId? member)
{
    private int _left;

    public int Number => number;
    public LiveLine Line => line;
    public ILivePage Page => page;
    public string Language => language;
    public ReaderCircle Reader => reader;
    public MemberId? Member => member;

    /// <summary>The open page that it watches; null for a form, which changes under nobody's hands.</summary>
    public OpenPage? Open { get; set; }

    /// <summary>What it edits; null while it only reads.</summary>
    public Editor? Editing { get; set; }

    /// <summary>The field in which the cursor is, by its API name; null for none.</summary>
    public string? Field { get; set; }

    /// <summary>The place whose presence it is shown.</summary>
    public string Home => Page.Places[0];

    /// <summary>True once: a connection may end while it is still sitting down.</summary>
    public bool GetUp() => Interlocked.Exchange(ref _left, 1) == 0;
}
