using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vuosikello.Web.Past;

/// <summary>Pages that show things as they were. See docs/adr/0017-as-it-was-and-steering-reviews.md.</summary>
public static class PastRegistration
{
    public static void AddPast(this IServiceCollection services)
    {
        services.TryAddSingleton<PastYears>();
        services.AddSingleton<PastBoards>();
        services.AddScoped<PastActivities>();
        services.AddScoped<PastAgreements>();
        services.AddScoped<PastRules>();
    }
}
