using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Processes.Agreements;
using Vuosikello.Processes.AnnualCycles;
using Vuosikello.Processes.CommentRounds;
using Vuosikello.Processes.Memberships;
using Vuosikello.Processes.Partnerships;
using Vuosikello.Processes.Time;

namespace Vuosikello.Processes;

/// <summary>How the processes come into the house.</summary>
public static class ProcessesRegistration
{
    /// <summary>Registers what time and events bring about. Needs the commands and the views.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services, ProcessOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options ?? new ProcessOptions());
        services.AddSingleton<PatientSender>();
        services.AddSingleton<ITimedAggregates, TimedAgreements>();
        services.AddSingleton<ITimedAggregates, TimedRounds>();
        services.AddSingleton<ITimedAggregates, TimedCards>();
        services.AddHostedService<WhenTimeComes>();
        services.AddHostedService<DocumentsFollowRounds>();
        services.AddHostedService<RolesOfErasedPersons>();
        return services.AddHostedService<PlanRolledForwardYears>();
    }
}
