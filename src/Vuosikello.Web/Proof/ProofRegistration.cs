using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vuosikello.Web.Proof;

/// <summary>Exports and their check.</summary>
public static class ProofRegistration
{
    public static void AddProof(this IServiceCollection services)
    {
        services.TryAddSingleton<ProofChecks>();
        services.TryAddSingleton<SeenExports>();
    }

    public static void MapProof(this IEndpointRouteBuilder app)
    {
        app.MapVerify();
        app.MapExports();
    }

    public static void MapProofApi(this IEndpointRouteBuilder api)
    {
        api.MapVerifyApi();
        api.MapExportsApi();
    }
}
