using Vuosikello.Domain.Rules;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rules;

/// <summary>What one clause is in a later text of the rules that it was not in an earlier one.</summary>
/// <param name="Before">As it stood; null of a new one.</param>
/// <param name="After">As it stands; null of a removed one.</param>
/// <param name="IsReworded">Its title or text is another.</param>
/// <param name="IsMoved">It stands under another heading, or elsewhere among those that stayed; not when only its number is another.</param>
public sealed record ClauseDifference(NumberedClause? Before, NumberedClause? After, bool IsReworded, bool IsMoved)
{
    public ProposalKind Kind => Before is null ? ProposalKind.New : After is null ? ProposalKind.Removed : IsReworded ? ProposalKind.Changed : ProposalKind.Moved;
}

/// <summary>Compares two texts of the rules clause by clause.</summary>
public static class RulesDifference
{
    /// <returns>What differs, in the order of the later text, and then what was removed.</returns>
    public static IReadOnlyList<ClauseDifference> Between(RulesText before, RulesText after)
    {
        var old = before.Numbered().ToDictionary(n => n.Clause.Id);
        NumberedClause[] now = [.. after.Numbered()];
        var moved = Moved(old, now);
        var stay = now.Select(n => n.Clause.Id).ToHashSet();
        return
        [
            .. now.Select(n => old.TryGetValue(n.Clause.Id, out var was) ? new ClauseDifference(was, n, IsReworded(was, n), moved.Contains(n.Clause.Id)) : new(null, n, false, false))
                .Where(d => d.Before is null || d.IsReworded || d.IsMoved),
            .. old.Values.Where(n => !stay.Contains(n.Clause.Id)).Select(n => new ClauseDifference(n, null, false, false)),
        ];
    }

    private static bool IsReworded(NumberedClause before, NumberedClause after) => before.Clause.Title != after.Clause.Title || before.Clause.Text != after.Clause.Text;

    private static HashSet<Domain.ClauseId> Moved(Dictionary<Domain.ClauseId, NumberedClause> old, NumberedClause[] now)
    {
        var known = now.Where(n => old.ContainsKey(n.Clause.Id)).ToArray();
        var moved = known.Where(n => old[n.Clause.Id].Heading.Id != n.Heading.Id).Select(n => n.Clause.Id).ToHashSet();
        foreach (var heading in known.Where(n => !moved.Contains(n.Clause.Id)).GroupBy(n => n.Heading.Id))
        {
            NumberedClause[] stayed = [.. heading];
            foreach (int at in FragmentDiff.OutOfOrder([.. stayed.Select(n => old[n.Clause.Id].Place)]).ToArray()) moved.Add(stayed[at].Clause.Id);
        }
        return moved;
    }
}
