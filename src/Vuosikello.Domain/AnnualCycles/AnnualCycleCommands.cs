namespace Vuosikello.Domain.AnnualCycles;

/// <summary>A command to one annual cycle.</summary>
public interface ICycleCommand : ICommand
{
    CycleId Cycle { get; }
    PartnershipId ICommand.Partnership => Cycle.Partnership;
}

public sealed record DraftCycle(CycleId Cycle) : ICycleCommand;

public sealed record SetCycleEmphasis(CycleId Cycle, LocalText Emphasis) : ICycleCommand;

public sealed record OpenCycleForComments(CycleId Cycle) : ICycleCommand;

public sealed record ReturnCycleToDraft(CycleId Cycle) : ICycleCommand;

public sealed record AdoptCycle(CycleId Cycle) : ICycleCommand;

public sealed record CloseCycle(CycleId Cycle) : ICycleCommand;

public sealed record ReopenCycle(CycleId Cycle) : ICycleCommand;

/// <summary>Starts <paramref name="Cycle"/>'s year (drafting it when there is none) from chosen activities of an earlier one.</summary>
public sealed record RollCycleForward(CycleId Cycle, int FromYear, ValueList<ActivityId> Activities) : ICycleCommand;
