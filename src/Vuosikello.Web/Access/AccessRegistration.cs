using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.Access;

/// <summary>Who may look at what, and send what. See docs/adr/0030-who-sees-what.md.</summary>
public static class AccessRegistration
{
    /// <summary>Every endpoint is asked for, whether it says so or not. Called twice it is as if once.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        var tables = new AuthorizationPolicyBuilder().AddRequirements(new AccessRequirement()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(tables).SetFallbackPolicy(tables);
        services.TryAddSingleton<Circle>();
        services.TryAddSingleton<Onlookers>();
        services.TryAddSingleton<SeenAgreements>();
        services.TryAddSingleton<SecondStepPolicy>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, AccessHandler>());
        services.Replace(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>());
    }
}
