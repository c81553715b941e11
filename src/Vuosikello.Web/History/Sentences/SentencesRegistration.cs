using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vuosikello.Web.History.Sentences;

/// <summary>Who can say which events.</summary>
public static class SentencesRegistration
{
    public static void AddSentences(this IServiceCollection services)
    {
        services.TryAddScoped<Storyteller>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, PartnershipSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, CycleSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, ActivitySentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, ReviewSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, RulesSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, AgreementSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, RoundSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, MembershipSentences>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<ISentences, PremisesSentences>());
        services.TryAddScoped<DocumentWords>();
    }
}
