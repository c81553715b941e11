using Vuosikello.Domain;

namespace Vuosikello.Projections.Live;

/// <summary>
/// A piece of a live page that is replaced as a whole when it changes: a list entry, a table row, an entry of the wheel, a count.
/// </summary>
/// <param name="Id">The id of its one root element in the page.</param>
/// <param name="Parent">The id of the element that holds it; fragments of one parent come in document order. Empty for what stands where it stands.</param>
/// <param name="Html">The root element, whole; the same bytes for the same state.</param>
public sealed record Fragment(string Id, string Parent, string Html)
{
    /// <summary>An element that is on the page always and at one place, whatever it holds.</summary>
    public static Fragment InPlace(string id, string html) => new(id, "", html);
}

/// <summary>Which board somebody looks at: everything that decides its bytes.</summary>
/// <param name="Language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Query">The filters and the rings as they stand in the address, in canonical order; empty for none.</param>
/// <param name="Members">True for signed-in members of the partnership, who see the controls; false for the public.</param>
public sealed record BoardKey(CycleId Cycle, string Language, string Query, bool Members);

/// <summary>Renders a board's fragments; the page is made of the same ones. Rendered pieces are kept, so that a change costs what it touches.</summary>
public interface IBoardFragments
{
    /// <summary>All fragments of a board, or null when there is no such year.</summary>
    ValueTask<IReadOnlyList<Fragment>?> Render(BoardKey key, CancellationToken ct);
}
