using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rules;

/// <summary>The page on which a coordinator begins the first draft: from the template, or with nothing but the headings.</summary>
public static class StartEndpoints
{
    public static void MapStart(this IEndpointRouteBuilder rules)
    {
        rules.MapGet("/start", Show).Shows(View.RulesStart);
        rules.MapPost("/start", Start).Shows(View.RulesStart).Sends(typeof(DraftRules));
    }

    private static async Task<IResult> Show(string partnership, RulesContexts contexts, RulesTemplate template, CancellationToken ct)
    {
        if (await contexts.Find(partnership, ct) is not { } context) return TypedResults.NotFound();
        return context.Rules is null ? Page(context, template, [], StatusCodes.Status200OK) : SeeOther.To(RulesAddresses.Draft(context.Id));
    }

    private static async Task<IResult> Start(
        string partnership, IFormCollection form, RulesContexts contexts, RulesTemplate template, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, ct) is not { } context) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        ValueList<RulesClause>? clauses = values["from"] switch
        {
            "template" => template.Draft(ids),
            "nothing" => [],
            _ => null,
        };
        if (clauses is null) return Page(context, template, [new Problem(FormProblems.NotAChoice, "from")], StatusCodes.Status422UnprocessableEntity);
        var outcome = await commands.Send(new DraftRules(context.Id, clauses), FormIds.Read(values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(RulesAddresses.Draft(context.Id), DoneCodes.RulesBegun)
            : outcome.Answer((problems, status) => Page(context, template, problems, status));
    }

    private static RazorComponentResult<RulesStartPage> Page(RulesContext context, RulesTemplate template, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Template = template, Problems = problems }) { StatusCode = status };
}
