using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Projections.History;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Activities;

/// <summary>The buttons of an activity's page: what becomes of it, and undoing a change.</summary>
public static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder activities)
    {
        activities.MapGet("/{activity:guid}/withdraw", AskToWithdraw).Shows(View.WithdrawActivity);
        activities.MapPost("/{activity:guid}/{action}", Act).Shows(View.Activity).Sends(Commands);
        activities.MapGet("/{activity:guid}/{action}", Return).Shows(View.Activity);
    }

    // A refused button leaves the browser at an address that only takes forms; a link to another language asks for it.
    private static async Task<IResult> Return(string partnership, int year, Guid activity, string action, ActivityContexts contexts, CancellationToken ct) =>
        Actions.Contains(action) && await contexts.Find(partnership, year, activity, ct) is { Activity: { } shown }
            ? SeeOther.To(BoardAddresses.Of(shown)) : TypedResults.NotFound();

    private static readonly Type[] Commands =
    [
        typeof(ConfirmActivity), typeof(ReturnActivityToProposal), typeof(CancelActivity), typeof(ReinstateActivity), typeof(MarkActivityHeld), typeof(RevokeActivityHolding),
        typeof(WithdrawActivity), typeof(EditActivity),
    ];

    private static readonly string[] Actions = ["undo", "confirm", "return", "cancel", "reinstate", "hold", "revoke"];

    // Withdrawing is the one thing that nothing brings back, so it is asked twice.
    private static async Task<IResult> AskToWithdraw(string partnership, int year, Guid activity, ActivityContexts contexts, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, activity, ct) is not { Activity: { } shown } context) return TypedResults.NotFound();
        bool may = shown.State.Status == ActivityStatus.Proposed
            && context.Cycle.State.Phase != CyclePhase.Closed
            && MemberRights.May<WithdrawActivity>(context.Standing, shown.State);
        return may ? new RazorComponentResult<WithdrawPage>(new { Context = context }) : SeeOther.To(BoardAddresses.Of(shown));
    }

    private static async Task<IResult> Act(
        string partnership, int year, Guid activity, string action, IFormCollection form,
        ActivityContexts contexts, IActivityHistory history, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, activity, ct) is not { Activity: { } shown } context) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var command = action == "undo" ? await Inverse(reader, shown.State, history, ct) : Command(action, reader, shown.State);
        if (reader.Problems.Count > 0) return await ActivityEndpoints.Page(context, history, new(action, reader.Values, reader.Problems), StatusCodes.Status422UnprocessableEntity, ct);
        if (command is null) return TypedResults.NotFound();
        if (action == "undo" && command is WithdrawActivity) return SeeOther.To($"{BoardAddresses.Of(shown)}/withdraw");

        var id = FormIds.Read(reader.Values, "command", ids);
        var outcome = await Send(command, id, commands, ct);
        if (outcome is Outcome.Done)
            return SeeOther.To(command is WithdrawActivity ? BoardAddresses.Of(context.Id) : BoardAddresses.Of(context.Id, shown.Id), done: action);

        (IReadOnlyList<Problem> problems, int status) = ([], StatusCodes.Status404NotFound);
        var answer = outcome.Answer((why, code) =>
        {
            (problems, status) = (why, code);
            return TypedResults.Empty;
        });
        return problems.Count == 0 ? answer : await ActivityEndpoints.Page(context, history, new(action, reader.Values, problems), status, ct);
    }

    private static IActivityCommand? Command(string action, FormReader form, Activity activity)
    {
        var (partnership, id) = (activity.Cycle.Partnership, activity.Id);
        return action switch
        {
            "confirm" => new ConfirmActivity(partnership, id),
            "return" => new ReturnActivityToProposal(partnership, id),
            "cancel" => new CancelActivity(partnership, id, form.Text("reason")),
            "reinstate" => new ReinstateActivity(partnership, id),
            "hold" => new MarkActivityHeld(partnership, id, Attendance(form)),
            "revoke" => new RevokeActivityHolding(partnership, id),
            "withdraw" => new WithdrawActivity(partnership, id),
            _ => null,
        };
    }

    private static Attendance? Attendance(FormReader form)
    {
        if (form.Optional("attendance.participants") is null && form.Optional("attendance.volunteers") is null) return null;
        var participants = form.Number("attendance.participants", "attendance");
        var volunteers = form.Optional("attendance.volunteers") is null ? null : form.Number("attendance.volunteers", "attendance");
        return participants is { } count ? new Attendance(count, volunteers) : null;
    }

    private static async ValueTask<IActivityCommand?> Inverse(FormReader form, Activity activity, IActivityHistory history, CancellationToken ct)
    {
        long? version = long.TryParse(form.Values["version"], out long typed) ? typed : null;
        var save = Undo.Saves(await history.Of(activity.Id, ct)).FirstOrDefault(s => s.Any(c => c.Version == version));
        if (save is null) return null;
        if (Undo.Of(save, activity) is { } inverse) return inverse;
        form.Refuse(FormProblems.ChangedMeanwhile, Undo.FieldOf(save[0].Event));
        return null;
    }

    // Handlers are found by the command's own type.
    private static Task<Outcome> Send(IActivityCommand command, Guid id, CommandSender commands, CancellationToken ct) => command switch
    {
        ConfirmActivity c => commands.Send(c, id, ct),
        ReturnActivityToProposal c => commands.Send(c, id, ct),
        CancelActivity c => commands.Send(c, id, ct),
        ReinstateActivity c => commands.Send(c, id, ct),
        MarkActivityHeld c => commands.Send(c, id, ct),
        RevokeActivityHolding c => commands.Send(c, id, ct),
        WithdrawActivity c => commands.Send(c, id, ct),
        EditActivity c => commands.Send(c, id, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "This command has no button."),
    };
}
