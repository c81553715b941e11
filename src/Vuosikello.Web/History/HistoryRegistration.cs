using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Reviews;

namespace Vuosikello.Web.History;

/// <summary>What the history's pages and API take. Both register it, each for a server that has only one of them.</summary>
public static class HistoryRegistration
{
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddSentences();
        services.TryAddScoped<HistoryLists>();
        services.TryAddScoped<HistoryWords>();
        services.TryAddScoped<ToldSubjects>();
    }
}
