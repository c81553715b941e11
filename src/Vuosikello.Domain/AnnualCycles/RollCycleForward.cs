namespace Vuosikello.Domain.AnnualCycles;

/// <summary>Starts <paramref name="Cycle"/>'s year (drafting it when there is none) from chosen activities of an earlier one.</summary>
public sealed record RollCycleForward(CycleId Cycle, int FromYear, ValueList<ActivityId> Activities) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    /// <summary>The most activities of one roll: twice what the largest region plans in a year.</summary>
    public const int RollLimit = 10_000;

    private static Decision RollForward(AnnualCycle? state, RollCycleForward command, CycleSurroundings around)
    {
        var source = new CycleId(command.Cycle.Partnership, command.FromYear);
        string from = Texts.Iso(command.FromYear);
        IEnumerable<Problem> problems =
        [
            .. OutOfRange(command.Cycle),
            .. state?.Phase == CyclePhase.Closed ? new[] { About(ProblemCodes.CycleIsClosed, command.Cycle.Year) } : [],
            .. command.FromYear >= command.Cycle.Year
                ? new[] { new Problem(ProblemCodes.RollsBackward, "fromYear", [from, Texts.Iso(command.Cycle.Year)]) } : [],
            .. around.Source?.Id != source ? new[] { new Problem(ProblemCodes.NoSuchCycle, "fromYear", [from]) } : [],
            .. command.Activities.Count == 0 ? new[] { new Problem(ProblemCodes.NothingChosen, "activities") } : [],
            .. Texts.Few(command.Activities, RollLimit, "activities"),
            .. Texts.Once(command.Activities, "activities"),
        ];
        var rolled = new CycleRolledForward(command.FromYear, command.Activities);
        return Decision.Unless(problems, () =>
            state is null ? Decision.Accept(new CycleDrafted(command.Cycle), rolled) : Decision.Accept(rolled));
    }
}
