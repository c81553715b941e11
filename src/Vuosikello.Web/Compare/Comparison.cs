using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Compare;

/// <summary>Something that can be compared with itself at another time.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Address">Its own page; the comparison is below it.</param>
/// <param name="Versions">Its versions, newest first; empty for what has none.</param>
/// <param name="Now">What it is called as it now stands.</param>
/// <param name="At">The thing at a side.</param>
/// <param name="IsLong">Of boards: what did not change is counted and not shown.</param>
public sealed record Comparable(
    PartnershipView Partnership, string Name, string Address, IReadOnlyList<string> Versions, string Now, Func<Side, CancellationToken, ValueTask<ComparedText>> At, bool IsLong = false);

/// <summary>Two sides of one thing.</summary>
/// <param name="From">The left side.</param>
/// <param name="To">The right side.</param>
/// <param name="Left">What stands there; null while nothing is chosen.</param>
/// <param name="Right">The same of the right side.</param>
public sealed record Comparison(
    Comparable Thing, Side From, Side To, ComparedText? Left, ComparedText? Right, IReadOnlyList<ComparedRow> Rows, IReadOnlyList<Problem> Problems)
{
    public string Address => $"{Thing.Address}/compare";

    public int Count(RowKind kind) => Rows.Count(row => row.Kind == kind);

    /// <summary>The sides that an address asks for; without them the last two versions, and of what has none only the right side, now.</summary>
    public static async ValueTask<Comparison> Of(Comparable thing, string? from, string? to, Instant now, CancellationToken ct)
    {
        var problems = new List<Problem>();
        var right = string.IsNullOrWhiteSpace(to) ? Later(thing) : Side.Read(to, thing.Versions, now, problems);
        var left = string.IsNullOrWhiteSpace(from) ? Earlier(thing, right) : Side.Read(from, thing.Versions, now, problems);
        if (left is null || problems.Count > 0) return new(thing, left ?? Side.Now, right, null, null, [], problems);
        var (a, b) = (await thing.At(left, ct), await thing.At(right, ct));
        return new(thing, left, right, a, b, TextComparison.Of(a, b), problems);
    }

    /// <summary>The newest version that has an earlier one; now where there is none.</summary>
    private static Side Later(Comparable thing) => thing.Versions.Count > 1 ? new(thing.Versions[0], thing.Versions[0], null) : Side.Now;

    /// <summary>The version before the other side; null where a reader has to choose.</summary>
    private static Side? Earlier(Comparable thing, Side right)
    {
        int at = right.Version is { } version ? thing.Versions.ToList().IndexOf(version) + 1 : 0;
        return at < thing.Versions.Count ? new(thing.Versions[at], thing.Versions[at], null) : null;
    }
}
