using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.Access;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Years;

/// <summary>The coordinator's page of a year: its emphasis, its phase, and rolling it forward.</summary>
public static class YearEndpoints
{
    public static void MapYears(this IEndpointRouteBuilder app)
    {
        var setup = app.MapGroup("/{partnership}/{year:int}/setup").Shows(View.YearSetup);
        setup.MapGet("", Show);
        setup.MapPost("", Act).Sends(typeof(SetCycleEmphasis), typeof(OpenCycleForComments), typeof(ReturnCycleToDraft), typeof(AdoptCycle), typeof(CloseCycle), typeof(ReopenCycle), typeof(RollCycleForward));
    }

    private static async Task<IResult> Show(string partnership, int year, ActivityContexts contexts, IBoardViews boards, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        var values = FormValues.Empty.With("emphasis", context.Cycle.State.Emphasis).With("toYear", (year + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Page(context, boards, values, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Act(
        string partnership, int year, IFormCollection form, ActivityContexts contexts, IBoardViews boards, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var id = FormIds.Read(reader.Values, "command", ids);
        int? target = reader.Values["do"] == "roll" ? reader.Number("toYear", "toYear") : null;
        if (reader.Problems.Count > 0) return Page(context, boards, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);

        var cycle = context.Id;
        var to = cycle with { Year = target ?? year };
        Outcome? outcome = reader.Values["do"] switch
        {
            "emphasis" => await commands.Send(new SetCycleEmphasis(cycle, reader.Text("emphasis")), id, ct),
            "open" => await commands.Send(new OpenCycleForComments(cycle), id, ct),
            "return" => await commands.Send(new ReturnCycleToDraft(cycle), id, ct),
            "adopt" => await commands.Send(new AdoptCycle(cycle), id, ct),
            "close" => await commands.Send(new CloseCycle(cycle), id, ct),
            "reopen" => await commands.Send(new ReopenCycle(cycle), id, ct),
            "roll" => await commands.Send(new RollCycleForward(to, year, Chosen(reader.Values)), id, ct),
            _ => null,
        };
        return outcome switch
        {
            null => TypedResults.BadRequest(),
            Outcome.Done when target is not null => SeeOther.To($"{BoardAddresses.Of(to)}?filling=yes"),
            Outcome.Done => SeeOther.To($"{BoardAddresses.Of(cycle)}/setup", reader.Values["do"] == "emphasis" ? DoneCodes.Emphasis : DoneCodes.Phase),
            _ => outcome.Answer((problems, status) => Page(context, boards, reader.Values, problems, status)),
        };
    }

    private static ValueList<ActivityId> Chosen(FormValues values) => values.All("activities")
        .Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Select(id => new ActivityId(id)).ToValueList();

    private static RazorComponentResult<YearSetupPage> Page(
        ActivityContext context, IBoardViews boards, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Board = boards.Find(context.Id), Values = values, Problems = problems }) { StatusCode = status };
}
