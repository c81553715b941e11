using Vuosikello.Domain;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Compare;

/// <summary>Something that can be compared with itself at another time.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Address">Its own page; the comparison is below it.</param>
/// <param name="Versions">Its versions, newest first; empty for what has none.</param>
/// <param name="At">The thing at a side.</param>
/// <param name="IsLong">Of boards: what did not change is counted and not shown.</param>
public sealed record Comparable(
    PartnershipView Partnership, string Name, string Address, IReadOnlyList<string> Versions, Func<Side, CancellationToken, ValueTask<ComparedText>> At, bool IsLong = false);

/// <summary>Two sides of one thing.</summary>
/// <param name="From">The left side; null while nothing is chosen.</param>
/// <param name="To">The right side.</param>
public sealed record Comparison(
    Comparable Thing, Side From, Side To, ComparedText? Left, ComparedText? Right, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<Problem> Problems)
{
    public string Address => $"{Thing.Address}/compare";

    public int Count(RowKind kind) => Rows.Count(row => row.Kind == kind);
}
