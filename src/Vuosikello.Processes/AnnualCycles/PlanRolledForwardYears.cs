using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vuosikello.Commands;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.RolledForward;

namespace Vuosikello.Processes.AnnualCycles;

/// <summary>
/// A year was started from an earlier one → each chosen activity is planned again in it. Activity and command follow from
/// the source and the year, so it happens once, however often and on however many servers it is tried; after a restart all
/// years are gone through again and what was left is done.
/// </summary>
internal sealed partial class PlanRolledForwardYears(
    IRolledForwardYears years, IBoardViews boards, IViews views, PatientSender sender, ILogger<PlanRolledForwardYears> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var year in years.Follow(stoppingToken))
        {
            try
            {
                await views.WaitFor(year.Position, stoppingToken);
                foreach (var source in year.Activities) await Plan(year, source, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One year that cannot be planned keeps neither the others nor the server from going on; a restart tries again.
                Interrupted(year.Cycle, failure);
            }
        }
    }

    private async Task Plan(RolledForwardYear year, ActivityId source, CancellationToken ct)
    {
        if (boards.FindActivity(RollForward.ActivityIn(year.Cycle.Year, source)) is not null) return;
        // what was withdrawn after it was chosen, or stands in another year, has nothing to be planned again
        if (boards.FindActivity(source) is not { } found || found.State.Cycle != year.Cycle with { Year = year.FromYear }) return;
        var plan = RollForward.Plan(year.Cycle, year.FromYear, source, found.Details);
        var outcome = await sender.Send(RollForward.CommandFor(plan.Cycle.Year, source), stamp => new Send<PlanActivity>(plan, stamp), ct);
        if (outcome is not Outcome.Done) NotPlanned(source, year.Cycle, Reasons(outcome));
    }

    private static string Reasons(Outcome outcome) =>
        outcome is Outcome.Refused refused ? string.Join(", ", refused.Problems.Select(problem => problem.Code)) : outcome.GetType().Name;

    [LoggerMessage(Level = LogLevel.Error, Message = "The activities rolled forward into {Cycle} could not all be planned; the next start of the server tries again")]
    private partial void Interrupted(CycleId cycle, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Source} could not be planned again in {Cycle}: {Reasons}. Plan it by hand if it is still wanted")]
    private partial void NotPlanned(ActivityId source, CycleId cycle, string reasons);
}
