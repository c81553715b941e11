using Microsoft.Extensions.DependencyInjection;

namespace Vuosikello.Projections.Aggregates;

/// <summary>Brings an <see cref="AggregateViews{TId, TState}"/> into the host, as a projection and as its queries.</summary>
internal static class AggregateViewsRegistration
{
    public static void AddAggregateViews<TQueries, TViews>(this IServiceCollection services)
        where TQueries : class
        where TViews : class, TQueries, IProjection
    {
        services.AddSingleton<TViews>();
        services.AddSingleton<TQueries>(s => s.GetRequiredService<TViews>());
        services.AddSingleton<IProjection>(s => s.GetRequiredService<TViews>());
    }
}
