using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Processes.AnnualCycles;

namespace Vuosikello.Processes;

/// <summary>How the processes come into the house.</summary>
public static class ProcessesRegistration
{
    /// <summary>Registers what time and events bring about. Needs the commands and the views.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddHostedService<PlanRolledForwardYears>();
    }
}
