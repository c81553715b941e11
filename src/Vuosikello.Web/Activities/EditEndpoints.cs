using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.History;
using Vuosikello.Projections.PremisesRegisters;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.PremisesRegisters;

namespace Vuosikello.Web.Activities;

/// <summary>
/// Changing an activity. The form says which version it showed; only what differs from that is sent. Where others changed the same
/// field, the form comes back with both values, and with everything else as it was typed.
/// </summary>
public static class EditEndpoints
{
    public static void MapEditing(this IEndpointRouteBuilder activities)
    {
        activities.MapGet("/{activity:guid}/edit", (string partnership, int year, Guid activity, ActivityContexts contexts, INewIds ids, CancellationToken ct) =>
            Ask(partnership, year, activity, onlyTime: false, contexts, ids, ct)).Shows(View.EditActivity);
        activities.MapGet("/{activity:guid}/reschedule", (string partnership, int year, Guid activity, ActivityContexts contexts, INewIds ids, CancellationToken ct) =>
            Ask(partnership, year, activity, onlyTime: true, contexts, ids, ct)).Shows(View.EditActivity);
        activities.MapPost("/{activity:guid}/edit", Edit).Shows(View.EditActivity).Sends(typeof(EditActivity));
        activities.MapPost("/{activity:guid}/reschedule", Reschedule).Shows(View.EditActivity).Sends(typeof(RescheduleActivity));
    }

    private static async Task<IResult> Ask(
        string partnership, int year, Guid activity, bool onlyTime, ActivityContexts contexts, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, activity, ct) is not { Activity: { } shown } context) return TypedResults.NotFound();
        var state = new ActivityFormState(ActivityForm.Write(shown.Details), ids.Next(), activity, shown.State.Version) { OnlyTime = onlyTime };
        return Form(context, state, StatusCodes.Status200OK);
    }

    private static async Task<IResult> Edit(
        string partnership, int year, Guid activity, IFormCollection form,
        ActivityContexts contexts, IActivityHistory history, IPremisesViews premises, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, activity, ct) is not { } context) return TypedResults.NotFound();
        var state = StateOf(activity, FormValues.Of(form), ids);
        if (await Seen(context, state, history, ct) is not { } found) return NotNow(context, state);
        if (found.Activity is not { } seen) return TypedResults.BadRequest();

        state = state with { Values = Chosen(state.Values, seen.Details) };
        var reader = new FormReader(state.Values);
        if (ActivityForm.Read(reader) is not { } wanted)
            return Form(context, state with { Problems = reader.Problems }, StatusCodes.Status422UnprocessableEntity);

        wanted = wanted with { Venue = ChosenPremises.Filled(wanted.Venue, seen.Details.Venue, premises.Find(context.PartnershipId)?.State) };
        var changes = ActivityEdits.Between(seen.Details, wanted);
        if (changes == new ActivityChanges()) return SeeOther.To(BoardAddresses.Of(context.Id, seen.Id), DoneCodes.Unchanged);
        var outcome = await commands.Send(new EditActivity(context.PartnershipId, seen.Id, state.Version, changes), state.Command, ct);
        return await Answer(context, state, ActivityEdits.FieldsOf(changes), outcome, history, ct);
    }

    private static async Task<IResult> Reschedule(
        string partnership, int year, Guid activity, IFormCollection form,
        ActivityContexts contexts, IActivityHistory history, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, year, activity, ct) is not { } context) return TypedResults.NotFound();
        var state = StateOf(activity, FormValues.Of(form), ids) with { OnlyTime = true };
        if (await Seen(context, state, history, ct) is not { } found) return NotNow(context, state);
        if (found.Activity is not { } seen) return TypedResults.BadRequest();

        state = state with { Values = Chosen(state.Values, seen.Details) };
        var reader = new FormReader(state.Values);
        if (TimeForm.Read(reader) is not { } time || reader.Problems.Count > 0)
            return Form(context, state with { Problems = reader.Problems }, StatusCodes.Status422UnprocessableEntity);
        if (time == seen.Details.Time) return SeeOther.To(BoardAddresses.Of(context.Id, seen.Id), DoneCodes.Unchanged);

        var outcome = await commands.Send(new RescheduleActivity(context.PartnershipId, seen.Id, state.Version, time), state.Command, ct);
        return await Answer(context, state, new HashSet<string>(StringComparer.Ordinal) { ActivityFields.Time }, outcome, history, ct);
    }

    /// <summary>The activity as the form showed it, null for a version that never was; null itself while the log cannot be read.</summary>
    private static async ValueTask<SeenActivity?> Seen(ActivityContext context, ActivityFormState state, IActivityHistory history, CancellationToken ct)
    {
        if (context.Activity?.State is { } now && now.Version == state.Version) return new(now);
        return await history.IfThere(new ActivityId(state.Activity), ct) is { } changes ? new(changes.FirstOrDefault(c => c.Version == state.Version)?.After()) : null;
    }

    private static RazorComponentResult<ActivityFormPage> NotNow(ActivityContext context, ActivityFormState state) =>
        Form(context, state with { Problems = [new(CommandProblems.ReadOnlyForNow)] }, StatusCodes.Status503ServiceUnavailable);

    private readonly record struct SeenActivity(Activity? Activity);

    private static async Task<IResult> Answer(
        ActivityContext context, ActivityFormState state, IReadOnlySet<string> touched, Outcome outcome, IActivityHistory history, CancellationToken ct)
    {
        switch (outcome)
        {
            case Outcome.Done:
                return SeeOther.To(BoardAddresses.Of(context.Id, new ActivityId(state.Activity)), state.OnlyTime ? DoneCodes.Moved : DoneCodes.Saved);
            case Outcome.Clashed clashed when await history.At(new ActivityId(state.Activity), clashed.Version, ct) is { } current:
                var rebased = state with { Values = Rebased(state.Values, touched, current.Details), Version = clashed.Version, Clashes = clashed.Clashes };
                return Form(context, rebased, StatusCodes.Status409Conflict);
            default:
                return outcome.Answer((problems, status) => Form(context, state with { Problems = problems }, status));
        }
    }

    // What the editor did not touch is shown as it stands now, so that sending the form again takes nothing of the others' work back.
    private static FormValues Rebased(FormValues typed, IReadOnlySet<string> touched, ActivityDetails current) =>
        ActivityForm.Fields.Where(touched.Contains).Aggregate(ActivityForm.Write(current), (values, field) => values.WithFieldOf(typed, field));

    // "Theirs" is the value of the version that the form was shown with; choosing it means not to change it.
    private static FormValues Chosen(FormValues typed, ActivityDetails seen) =>
        ActivityForm.Fields.Where(field => typed[$"clash.{field}"] == "theirs").Aggregate(typed, (values, field) => values.WithFieldOf(ActivityForm.Write(seen), field));

    private static ActivityFormState StateOf(Guid activity, FormValues values, INewIds ids) =>
        new(values, FormIds.Read(values, "command", ids), activity, long.TryParse(values["version"], out long version) ? version : 0);

    private static RazorComponentResult<ActivityFormPage> Form(ActivityContext context, ActivityFormState state, int status) =>
        new(new { Context = context, State = state }) { StatusCode = status };
}
