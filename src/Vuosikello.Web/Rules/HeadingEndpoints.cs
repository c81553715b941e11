using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rules;

/// <summary>The page of the headings: a partnership adds its own after the four that all have.</summary>
public static class HeadingEndpoints
{
    public static void MapHeadings(this IEndpointRouteBuilder rules)
    {
        rules.MapGet("/headings", Show).Shows(View.RulesHeadings);
        rules.MapPost("/headings", Act).Shows(View.RulesHeadings).Sends(typeof(AddRulesHeading), typeof(RenameRulesHeading), typeof(RemoveRulesHeading));
    }

    private static async Task<IResult> Show(string partnership, RulesContexts contexts, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        return instead ?? Page(context!, FormValues.Empty, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Act(string partnership, IFormCollection form, RulesContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null) return instead;
        var reader = new FormReader(FormValues.Of(form));
        var id = FormIds.Read(reader.Values, "command", ids);
        var (title, heading) = (reader.Text("title"), RulesForms.Heading(reader.Values));
        Outcome? outcome = reader.Values["do"] switch
        {
            "add" => await commands.Send(new AddRulesHeading(context!.Id, new HeadingId(Slug.From(title.In("fi"))), title), id, ct),
            "rename" => await commands.Send(new RenameRulesHeading(context!.Id, heading, title), id, ct),
            "remove" => await commands.Send(new RemoveRulesHeading(context!.Id, heading), id, ct),
            _ => null,
        };
        return outcome switch
        {
            null => TypedResults.BadRequest(),
            Outcome.Done => SeeOther.To($"{RulesAddresses.Of(context!.Id)}/headings", reader.Values["do"] == "remove" ? DoneCodes.Removed : DoneCodes.Saved),
            _ => outcome.Answer((problems, status) => Page(context!, reader.Values["do"] == "add" ? reader.Values : FormValues.Empty, problems, status)),
        };
    }

    private static RazorComponentResult<RulesHeadingsPage> Page(RulesContext context, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Values = values, Problems = problems }) { StatusCode = status };
}
