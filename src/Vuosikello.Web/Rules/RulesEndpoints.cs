using Microsoft.AspNetCore.Http.HttpResults;

namespace Vuosikello.Web.Rules;

/// <summary>The pages of working rules.</summary>
public static class RulesEndpoints
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddScoped<RulesContexts>();
        services.AddSingleton(RulesTemplate.Load());
    }

    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/{partnership}/rules");
        rules.MapGet("", Show);
        rules.MapGet("/versions/{version}", ShowVersion);
        rules.MapGet("/draft", ShowDraft).RequireAuthorization();
        rules.MapStart();
        rules.MapClauses();
        rules.MapProposals();
        rules.MapHeadings();
        rules.MapAdoption();
    }

    private static async Task<IResult> Show(string partnership, RulesContexts contexts, CancellationToken ct) =>
        await contexts.Find(partnership, ct) is { } context
            ? new RazorComponentResult<RulesPage>(new { Context = context })
            : TypedResults.NotFound();

    private static async Task<IResult> ShowVersion(string partnership, string version, RulesContexts contexts, CancellationToken ct)
    {
        if (await contexts.Find(partnership, ct) is not { Rules: { } rules } context) return TypedResults.NotFound();
        var adopted = rules.Adopted.FirstOrDefault(a => a.Version.ToString() == version);
        return adopted is null ? TypedResults.NotFound() : new RazorComponentResult<RulesVersionPage>(new { Context = context, Adopted = adopted });
    }

    private static async Task<IResult> ShowDraft(string partnership, RulesContexts contexts, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        return instead ?? new RazorComponentResult<RulesDraftPage>(new { Context = context });
    }
}
