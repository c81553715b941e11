using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Rules;

/// <summary>The pages of working rules.</summary>
public static class RulesEndpoints
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddScoped<RulesContexts>();
        services.AddSingleton(RulesTemplate.Load());
        services.AddLivePages<LiveRules>();
    }

    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var rules = app.MapGroup("/{partnership}/rules").Shows(View.Rules);
        rules.MapGet("", Show);
        rules.MapGet("/versions/{version}", ShowVersion);
        rules.MapGet("/draft", ShowDraft).Shows(View.RulesDraft);
        rules.MapStart();
        rules.MapClauses();
        rules.MapProposals();
        rules.MapHeadings();
        rules.MapAdoption();
    }

    private static async Task<IResult> Show(string partnership, RulesContexts contexts, PastRules past, HttpRequest request, IClock clock, CancellationToken ct)
    {
        var asked = AskedMoment.Of(request, clock);
        if (asked.Past is not null) return await past.Show(new(partnership), asked, ct);
        return await contexts.Find(partnership, ct) is { } context ? Page(context, asked) : TypedResults.NotFound();
    }

    /// <summary>The rules in force, now or at the moment asked for.</summary>
    public static IResult Page(RulesContext context, AskedMoment asked) =>
        new RazorComponentResult<RulesPage>(new { Context = context, Asked = asked }) { StatusCode = asked.Status };

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
