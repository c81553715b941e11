namespace Vuosikello.Web.History.Sentences;

/// <summary>Who can say which events.</summary>
public static class SentencesRegistration
{
    public static void AddSentences(this IServiceCollection services)
    {
        services.AddScoped<Storyteller>();
        services.AddScoped<ISentences, PartnershipSentences>();
        services.AddScoped<ISentences, CycleSentences>();
        services.AddScoped<ISentences, ActivitySentences>();
        services.AddScoped<ISentences, ReviewSentences>();
    }
}
