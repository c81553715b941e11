using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.PremisesRegisters;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.PremisesRegisters;

namespace Vuosikello.Web.Activities;

/// <summary>Putting a new activity into a year.</summary>
public static class PlanEndpoints
{
    public static void MapPlanning(this IEndpointRouteBuilder activities)
    {
        activities.MapGet("/new", Ask).Shows(View.NewActivity);
        activities.MapPost("/new", Plan).Shows(View.NewActivity).Sends(typeof(PlanActivity));
    }

    private static async Task<IResult> Ask(string partnership, int year, string? month, ActivityContexts contexts, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        var values = FormValues.Empty.With("time.kind", "exact").With("registration.kind", "none").With("time.firstMonth", month).With("responsible.partner", context.Standing?.For?.Value);
        return Form(context, new(values, ids.Next(), ids.Next(), -1), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Plan(
        string partnership, int year, IFormCollection form, ActivityContexts contexts, IPremisesViews premises, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, null, ct) is not { } context) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        var state = new ActivityFormState(values, FormIds.Read(values, "command", ids), FormIds.Read(values, "activity", ids), -1);
        var reader = new FormReader(values);
        if (ActivityForm.Read(reader) is not { } details)
            return Form(context, state with { Problems = reader.Problems }, StatusCodes.Status422UnprocessableEntity);

        details = details with { Venue = ChosenPremises.Filled(details.Venue, null, premises.Find(context.PartnershipId)?.State) };
        var command = new PlanActivity(context.Id, new ActivityId(state.Activity), details);
        return await commands.Send(command, state.Command, ct) switch
        {
            Outcome.Done => SeeOther.To(BoardAddresses.Of(context.Id, command.Activity), DoneCodes.Added),
            var other => other.Answer((problems, status) => Form(context, state with { Problems = problems }, status)),
        };
    }

    private static RazorComponentResult<ActivityFormPage> Form(ActivityContext context, ActivityFormState state, int status) =>
        new(new { Context = context, State = state }) { StatusCode = status };
}
