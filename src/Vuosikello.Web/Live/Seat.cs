using Vuosikello.Domain;

namespace Vuosikello.Web.Live;

/// <summary>One connection's place at a page.</summary>
/// <param name="number">By which the page knows itself among those who are here.</param>
/// <param name="line">The way to it.</param>
/// <param name="page">What is open.</param>
/// <param name="language">In which it is open.</param>
/// <param name="reader">As the session and the memberships said when it sat down.</param>
/// <param name="member">Who it is; null for the public.</param>
/// <param name="actingFor">The organisation for which the session acts.</param>
public sealed class Seat(int number, LiveLine line, ILivePage page, string language, ReaderCircle reader, MemberId? member, PartnerId? actingFor)
{
    private readonly Lock _gate = new();
    private ReaderCircle _reader = reader;
    private OpenPage? _open;
    private bool _left;

    public int Number => number;
    public LiveLine Line => line;
    public ILivePage Page => page;
    public string Language => language;
    public MemberId? Member => member;
    public PartnerId? ActingFor => actingFor;

    /// <summary>As the session and the memberships say now: see <see cref="Seats"/>.</summary>
    public ReaderCircle Reader
    {
        get { lock (_gate) return _reader; }
    }

    /// <summary>What it edits; null while it only reads.</summary>
    public Editor? Editing { get; set; }

    /// <summary>The field in which the cursor is, by its API name; null for none.</summary>
    public string? Field { get; set; }

    /// <summary>The place whose presence it is shown.</summary>
    public string Home => Page.Places[0];

    /// <summary>Whether it watches an open page, or is on its way to one; not so a form, which changes under nobody's hands.</summary>
    public bool IsWatching { get; private set; }

    /// <summary>Only one at a time goes from one circle's page to another's.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Has it watch a page as the reader that it was when it asked to.</summary>
    /// <returns>False when the connection has ended, or the reader is another one by now: the page is to be left again.</returns>
    public bool Watch(OpenPage open, ReaderCircle asked)
    {
        lock (_gate)
        {
            IsWatching = true;
            if (_left || _reader != asked) return false;
            _open = open;
            return true;
        }
    }

    /// <summary>Makes another reader of it.</summary>
    /// <param name="stays">Whether the open page is the same for both: it is then watched on.</param>
    /// <returns>The open page that is to be left at once; null for none.</returns>
    public OpenPage? Become(ReaderCircle now, bool stays)
    {
        lock (_gate)
        {
            _reader = now;
            return stays ? null : TakeOpen();
        }
    }

    /// <summary>True once: a connection may end while it is still sitting down.</summary>
    /// <param name="open">What it watched.</param>
    public bool GetUp(out OpenPage? open)
    {
        lock (_gate)
        {
            open = TakeOpen();
            (bool before, _left) = (_left, true);
            return !before;
        }
    }

    /// <summary>Whether it still has no page although it watches one.</summary>
    public bool Waits
    {
        get { lock (_gate) return IsWatching && !_left && _open is null; }
    }

    private OpenPage? TakeOpen()
    {
        var open = _open;
        _open = null;
        return open;
    }
}
