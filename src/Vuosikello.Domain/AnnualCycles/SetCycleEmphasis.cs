namespace Vuosikello.Domain.AnnualCycles;

/// <summary>Says what the year puts its weight on; empty for nothing in particular.</summary>
public sealed record SetCycleEmphasis(CycleId Cycle, LocalText Emphasis) : ICycleCommand;

public static partial class AnnualCycleDecider
{
    private const int EmphasisLimit = 2_000;

    private static Decision SetEmphasis(AnnualCycle state, SetCycleEmphasis command)
    {
        IEnumerable<Problem> problems =
        [
            .. state.Phase == CyclePhase.Closed ? new[] { About(ProblemCodes.CycleIsClosed, state.Id.Year) } : [],
            .. Texts.Optional(command.Emphasis, "emphasis", EmphasisLimit),
        ];
        return Decision.Unless(problems, () =>
            state.Emphasis == command.Emphasis ? Decision.Accept() : Decision.Accept(new CycleEmphasisSet(command.Emphasis)));
    }
}
