using System.Text.Json;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Api;

/// <summary>The commands to activities.</summary>
public static class ActivityCommandEndpoints
{
    private const string One = "/partnerships/{partnership}/activities/{activity:guid}";

    public static void MapActivityCommands(this IEndpointRouteBuilder api)
    {
        api.Command<PlanBody, PlanActivity>("POST", "/partnerships/{partnership}/years/{year:int}/activities", "Plans a new activity, proposed, into a year.",
            (r, body) => new(r.Cycle, new(body.Id ?? r.NewId), body.Details),
            created: c => $"/api/partnerships/{c.Partnership}/activities/{c.Activity}").WithTags("Activities");

        api.Command<JsonElement, EditActivity>("PATCH", One, "Changes the given fields. Others' changes to other fields since the version of If-Match are merged; to the same field they clash (409).",
            (r, body) => new(r.Partnership, r.Activity, r.Reader.Version(r.Http), ActivityPatch.Read(body, r.Reader)))
            .Accepts<EditBody>("application/json", "application/merge-patch+json").NeedsVersion().WithTags("Activities");
        api.Command<ActivityTime, RescheduleActivity>("PUT", $"{One}/time", "Moves an activity in time.",
            (r, time) => new(r.Partnership, r.Activity, r.Reader.Version(r.Http), time)).NeedsVersion().WithTags("Activities");

        api.Command("POST", $"{One}/confirm", "Confirms a proposed activity.", r => new ConfirmActivity(r.Partnership, r.Activity)).WithTags("Activities");
        api.Command("POST", $"{One}/return-to-proposal", "Undoes a confirmation.", r => new ReturnActivityToProposal(r.Partnership, r.Activity)).WithTags("Activities");
        api.Command<CancelBody, CancelActivity>("POST", $"{One}/cancel", "Cancels an activity; calendars show it as cancelled.",
            (r, body) => new(r.Partnership, r.Activity, body.Reason ?? LocalText.Empty)).WithTags("Activities");
        api.Command("POST", $"{One}/reinstate", "Undoes a cancellation.", r => new ReinstateActivity(r.Partnership, r.Activity)).WithTags("Activities");
        api.Command<HoldBody, MarkActivityHeld>("POST", $"{One}/hold", "Marks an activity as held, with who came.",
            (r, body) => new(r.Partnership, r.Activity, body.Participants is { } present ? new Attendance(present, body.Volunteers) : null)).WithTags("Activities");
        api.Command("POST", $"{One}/revoke-holding", "Undoes the marking as held.", r => new RevokeActivityHolding(r.Partnership, r.Activity)).WithTags("Activities");
        api.Command("DELETE", One, "Withdraws a proposed activity that was planned by mistake.", r => new WithdrawActivity(r.Partnership, r.Activity)).WithTags("Activities");
    }
}
