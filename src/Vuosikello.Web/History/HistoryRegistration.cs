using Vuosikello.Web.History.Sentences;

namespace Vuosikello.Web.History;

/// <summary>The history's pages and what they take.</summary>
public static class HistoryRegistration
{
    public static void AddHistory(this IServiceCollection services) => services.AddSentences();
}
