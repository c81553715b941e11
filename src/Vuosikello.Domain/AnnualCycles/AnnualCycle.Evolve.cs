namespace Vuosikello.Domain.AnnualCycles;

public sealed partial record AnnualCycle
{
    /// <inheritdoc />
    public static AnnualCycle? Evolve(AnnualCycle? state, Fact fact) => (state, fact.Event) switch
    {
        (null, CycleDrafted e) => new AnnualCycle(e.Cycle, CyclePhase.Draft, LocalText.Empty, null, fact.Version),
        (null, _) => null,
        (_, CycleEmphasisSet e) => state with { Emphasis = e.Emphasis, Version = fact.Version },
        (_, CycleOpenedForComments e) => state with { Phase = CyclePhase.InCommentRound, Round = e.Round, Version = fact.Version },
        (_, CycleReturnedToDraft) => state with { Phase = CyclePhase.Draft, Round = null, Version = fact.Version },
        (_, CycleAdopted or CycleReopened) => state with { Phase = CyclePhase.Adopted, Round = null, Version = fact.Version },
        (_, CycleClosed) => state with { Phase = CyclePhase.Closed, Version = fact.Version },
        (_, CycleRolledForward e) => state with { RolledForwardFrom = e.FromYear, Version = fact.Version },
        _ => state with { Version = fact.Version },
    };
}
