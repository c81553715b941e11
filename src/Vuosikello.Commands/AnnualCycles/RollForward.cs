using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.AnnualCycles;

/// <summary>
/// Planning an activity of an earlier year again. Activity and command follow from the source and the year, so that it
/// happens once, whoever tries it and however often.
/// </summary>
public static class RollForward
{
    private static readonly Guid Activities = new("0f4f7b0e-3a37-4bb4-9d58-3b1b5a1c2d01");
    private static readonly Guid Commands = new("0f4f7b0e-3a37-4bb4-9d58-3b1b5a1c2d02");

    /// <summary>The activity that <paramref name="source"/> becomes in <paramref name="year"/>.</summary>
    public static ActivityId ActivityIn(int year, ActivityId source) => new(DeterministicGuid.Create(Activities, $"{source}/{year:0000}"));

    /// <summary>The command that plans it.</summary>
    public static CommandId CommandFor(int year, ActivityId source) => new(DeterministicGuid.Create(Commands, $"{source}/{year:0000}"));

    /// <summary>The plan of an activity in another year: moved by <see cref="YearMove"/>, a proposal again.</summary>
    public static PlanActivity Plan(CycleId target, int fromYear, ActivityId source, ActivityDetails details) =>
        new(target, ActivityIn(target.Year, source), YearMove.To(details, fromYear, target.Year));
}
