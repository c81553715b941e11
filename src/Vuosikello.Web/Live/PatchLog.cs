using Vuosikello.Events;

namespace Vuosikello.Web.Live;

/// <summary>The last patches of one page, for readers who come back. Not thread-safe: its page guards it.</summary>
/// <param name="start">Readers at this position or later have all that was rendered first.</param>
/// <param name="capacity">How many patches are kept at most.</param>
/// <param name="sizeLimit">How many characters of HTML they may hold together.</param>
public sealed class PatchLog(Position start, int capacity = PatchLog.Capacity, long sizeLimit = 512 * 1024)
{
    /// <summary>How many patches are kept, unless something else is said.</summary>
    public const int Capacity = 64;

    private readonly Queue<PagePatch> _patches = new();
    private long _oldest = start.Value;
    private long _size;

    /// <summary>Readers at this position or later lack nothing.</summary>
    public Position Latest { get; private set; } = start;

    public PagePatch Add(PagePatch change, Position position)
    {
        var patch = change.Between(Latest, position);
        Latest = position;
        _patches.Enqueue(patch);
        _size += Size(patch);
        while (_patches.Count > capacity || _size > sizeLimit)
        {
            var oldest = _patches.Dequeue();
            _size -= Size(oldest);
            _oldest = oldest.Position;
        }
        return patch;
    }

    /// <summary>What a reader at <paramref name="position"/> has missed, oldest first; null when that is no longer known.</summary>
    public IReadOnlyList<PagePatch>? Since(Position position) =>
        position.Value < _oldest ? null : [.. _patches.Where(p => p.Position > position.Value)];

    /// <summary>Keeps none of the patches: whoever lacks one gets the whole page.</summary>
    public void Forget()
    {
        _patches.Clear();
        (_size, _oldest) = (0, Latest.Value);
    }

    private static long Size(PagePatch patch) => patch.Set.Sum(s => (long)s.Html.Length);
}
