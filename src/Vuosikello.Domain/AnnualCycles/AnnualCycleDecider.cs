using NodaTime;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.AnnualCycles;

/// <summary>A command to one annual cycle.</summary>
public interface ICycleCommand : ICommandWithin
{
    CycleId Cycle { get; }
    PartnershipId ICommandWithin.Partnership => Cycle.Partnership;
}

/// <summary>What a decision on a cycle needs to know of other aggregates; null for what does not exist.</summary>
/// <param name="Partnership">The cycle's partnership.</param>
/// <param name="Source">The cycle that this one is rolled forward from; needed by <see cref="RollCycleForward"/> alone.</param>
public sealed record CycleSurroundings(Partnership? Partnership, AnnualCycle? Source);

/// <summary>
/// Decides what commands to an annual cycle bring about: draft → in comment round → adopted → closed. A round may end without
/// adoption, a small partnership may adopt without a round, and what was closed may be reopened; an adoption stands.
/// </summary>
public static partial class AnnualCycleDecider
{
    /// <summary>The first and the last year that can be planned.</summary>
    public const int FirstYear = 1900, LastYear = 2999;

    /// <param name="state">The cycle, or null before it was drafted.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="around">The partnership, and the cycle rolled forward from.</param>
    /// <param name="now">The present; no decision on a cycle depends on it yet, but all deciders are called alike.</param>
    public static Decision Decide(AnnualCycle? state, ICycleCommand command, CycleSurroundings around, Instant now)
    {
        if (around.Partnership is null || around.Partnership.Id != command.Cycle.Partnership)
            return Decision.Refuse(new Problem(ProblemCodes.NoSuchPartnership, "partnership", [command.Cycle.Partnership.Value ?? ""]));
        return (command, state) switch
        {
            (DraftCycle draft, _) => Draft(state, draft),
            (RollCycleForward roll, _) => RollForward(state, roll, around),
            (_, null) => Decision.Refuse(About(ProblemCodes.NoSuchCycle, command.Cycle.Year)),
            (SetCycleEmphasis set, _) => SetEmphasis(state, set),
            (OpenCycleForComments open, _) => OpenForComments(state, open),
            (ReturnCycleToDraft back, _) => ReturnToDraft(state, back),
            (AdoptCycle, _) => Adopt(state),
            (CloseCycle, _) => Close(state),
            (ReopenCycle, _) => Reopen(state),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "no decision for this command"),
        };
    }

    private static Problem About(string code, int year) => new(code, "cycle", [Texts.Iso(year)]);

    private static IEnumerable<Problem> OutOfRange(CycleId cycle) => Texts.Within(cycle.Year, FirstYear, LastYear, "cycle");
}
