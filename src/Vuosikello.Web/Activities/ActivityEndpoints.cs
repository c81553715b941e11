using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Activities;

/// <summary>The pages of activities.</summary>
public static class ActivityEndpoints
{
    public static void AddActivities(this IServiceCollection services)
    {
        services.AddScoped<ActivityContexts>();
        services.AddScoped<FieldWords>();
        services.AddSingleton<ActivityNews>();
        services.AddLivePages<LiveActivities>();
    }

    public static void MapActivities(this IEndpointRouteBuilder app)
    {
        var activities = app.MapGroup("/{partnership}/{year:int}/activities");
        activities.MapGet("/{activity:guid}", Show).SaysWhenPastIsBusy().Shows(View.Activity);
        activities.MapPlanning();
        activities.MapEditing();
        activities.MapStatus();
    }

    private static async Task<IResult> Show(
        string partnership, int year, Guid activity, ActivityContexts contexts, IActivityHistory history, PastActivities past, HttpRequest request, IClock clock,
        CancellationToken ct)
    {
        var asked = AskedMoment.Of(request, clock);
        if (asked.Past is not null) return await past.Show(new(new(partnership), year), new(activity), asked, ct);
        if (await contexts.Find(partnership, year, activity, ct) is not { } context) return Gone(contexts.FindWithdrawn(partnership, year, activity));
        return await Page(context, history, ActivityAttempt.None, asked.Status, ct, asked);
    }

    // 410: it will not come back, and its address is in calendars and letters.
    private static IResult Gone((PartnershipView Partnership, ActivityView Activity)? withdrawn) => withdrawn is { } gone
        ? new RazorComponentResult<WithdrawnPage>(new { gone.Partnership, gone.Activity }) { StatusCode = StatusCodes.Status410Gone }
        : TypedResults.NotFound();

    /// <summary>The activity's page, also after one of its buttons was refused.</summary>
    public static async Task<IResult> Page(
        ActivityContext context, IActivityHistory history, ActivityAttempt attempt, int status, CancellationToken ct,
        AskedMoment? asked = null) =>
        new RazorComponentResult<ActivityPage>(new
        {
            Context = context,
            History = context.IsMember ? await history.IfThere(context.Activity!.Id, ct) : [],
            Attempt = attempt,
            Language = LanguageSetup.Current,
            Asked = asked ?? AskedMoment.Now,
        })
        { StatusCode = status };
}
