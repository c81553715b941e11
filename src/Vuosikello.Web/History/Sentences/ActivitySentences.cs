using Vuosikello.Domain.Activities;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Boards;
using Vuosikello.Web.Activities;
using Vuosikello.Web.Board;

namespace Vuosikello.Web.History.Sentences;

/// <summary>What happened to an activity.</summary>
public sealed class ActivitySentences(IBoardViews boards) : ISentences
{
    public SubjectKind Kind => SubjectKind.Activity;

    public Subject SubjectOf(Telling telling)
    {
        // One that was withdrawn has no page any more.
        var activity = telling.After<Activity>();
        return new(Telling.Name(activity?.Details.Title), activity is not null && boards.FindActivity(activity.Id) is { } shown ? BoardAddresses.Of(shown) : null);
    }

    public Sentence? Of(Telling telling)
    {
        var (before, after) = (telling.Before<Activity>(), telling.After<Activity>());
        string title = Telling.Name((before ?? after)?.Details.Title);
        return telling.Event switch
        {
            ActivityPlanned e => telling.Say(title, e.Cycle.Year).Pair(Field(telling, ActivityFields.Time), null, telling.Words(e.Details.Time)),
            ActivityRetitled e => telling.Say(title).Change(Field(telling, ActivityFields.Title), before?.Details.Title, e.Title),
            ActivityDescribed e => telling.Say(title).Change(Field(telling, ActivityFields.Description), before?.Details.Description, e.Description),
            ActivityCancelled e => Status(telling, title).Quote(telling.Label("reason"), e.Reason),
            ActivityHeld e => Status(telling, title)
                .Pair(telling.Label("participants"), Number(before?.Attendance?.Participants), Number(e.Attendance?.Participants))
                .Pair(telling.Label("volunteers"), Number(before?.Attendance?.Volunteers), Number(e.Attendance?.Volunteers)),
            ActivityConfirmed or ActivityReturnedToProposal or ActivityReinstated or ActivityHoldingRevoked or ActivityWithdrawn => Status(telling, title),
            ActivityRescheduled or ActivityAreasChosen or ActivityThemesChosen or ActivityResponsibilityAssigned or ActivityParticipantsChosen
                or ActivityRelocated or ActivityMovedIntoPremises or ActivityAgendaSet or ActivityRegistrationArranged => Details(telling, title, before, after),
            _ => null,
        };
    }

    private static Sentence Status(Telling telling, string title) => telling.Say(title)
        .Pair(Field(telling, ActivityFields.Status), telling.Words(telling.Before<Activity>()?.Status), telling.Words(telling.After<Activity>()?.Status));

    private static Sentence Details(Telling telling, string title, Activity? before, Activity? after)
    {
        string field = Undo.FieldOf(telling.Event);
        return telling.Say(title).Pair(Field(telling, field), In(before), In(after));

        // What was empty is said to have been empty: it stood there with nothing in it.
        string? In(Activity? activity) => activity is null ? null : telling.Words(FieldWords.ValueOf(activity.Details, field)) ?? "–";
    }

    private static string Field(Telling telling, string field) => telling.Texts.Activity[$"Field.{field}"];

    private static string? Number(int? number) => number?.ToString(System.Globalization.CultureInfo.CurrentCulture);
}
