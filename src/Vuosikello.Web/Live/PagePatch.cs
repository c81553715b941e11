using Vuosikello.Events;

namespace Vuosikello.Web.Live;

/// <summary>What takes a page from one state to a later one. Applying it a second time changes nothing.</summary>
/// <param name="From">The reader has to be at this position or later, or lacks something: it then joins again.</param>
/// <param name="Position">Where the reader is after it.</param>
/// <param name="Full">True when <paramref name="Set"/> holds all fragments there are: others are to go.</param>
/// <param name="Set">In document order, so that what each stands after is in its place already.</param>
/// <param name="Remove">Ids of elements to take out first.</param>
public sealed record PagePatch(long From, long Position, bool Full, IReadOnlyList<PlacedFragment> Set, IReadOnlyList<string> Remove)
{
    public static PagePatch None { get; } = new(0, 0, false, [], []);

    public bool IsEmpty => Set.Count == 0 && Remove.Count == 0;

    public PagePatch Between(Position from, Position to) => this with { From = from.Value, Position = to.Value };
}

/// <summary>An element with its place.</summary>
/// <param name="Parent">The id of the element that holds it.</param>
/// <param name="After">The id of the fragment before it in the same parent; null when it is the first.</param>
/// <param name="Html">The element, whole.</param>
public sealed record PlacedFragment(string Id, string Parent, string? After, string Html);
