using NodaTime;

namespace Vuosikello.Domain.Activities;

/// <summary>Says that an activity took place. Of one marked already it corrects the attendance.</summary>
/// <param name="Partnership">The activity's partnership.</param>
/// <param name="Activity">Which one.</param>
/// <param name="Attendance">Who came; null when nobody counted.</param>
public sealed record MarkActivityHeld(PartnershipId Partnership, ActivityId Activity, Attendance? Attendance) : IActivityCommand;

/// <summary>Undoes the marking as held.</summary>
public sealed record RevokeActivityHolding(PartnershipId Partnership, ActivityId Activity) : IActivityCommand;

public static partial class ActivityDecider
{
    private const int AttendanceLimit = 1_000_000;

    private static Decision MarkHeld(Activity state, MarkActivityHeld command, Instant now)
    {
        IEnumerable<Problem> problems =
        [
            .. state.Status == ActivityStatus.Cancelled ? Settled(state) : [],
            .. NotStarted(state.Details.Time, now),
            .. Miscounted(command.Attendance),
        ];
        return Decision.Unless(problems, () =>
            state.Status == ActivityStatus.Held && state.Attendance == command.Attendance
                ? Decision.Accept()
                : Decision.Accept(new ActivityHeld(command.Attendance)));
    }

    private static Decision RevokeHolding(Activity state) =>
        state.Status == ActivityStatus.Held ? Decision.Accept(new ActivityHoldingRevoked(state.StatusBefore)) : Decision.Accept();

    private static IEnumerable<Problem> NotStarted(ActivityTime time, Instant now)
    {
        var start = ActivityStart.Of(time);
        return start.ToInstant() <= now ? [] : [new Problem(ProblemCodes.NotStartedYet, ActivityFields.Status, [Texts.Iso(start.LocalDateTime)])];
    }

    private static IEnumerable<Problem> Miscounted(Attendance? attendance)
    {
        const string field = "attendance";
        if (attendance is null) return [];
        IEnumerable<Problem> problems =
        [
            .. Texts.Within(attendance.Participants, 0, AttendanceLimit, field),
            .. attendance.Volunteers is { } volunteers ? Texts.Within(volunteers, 0, AttendanceLimit, field) : [],
        ];
        return attendance.Volunteers is { } came && came > attendance.Participants
            ? [.. problems, new Problem(ProblemCodes.MoreVolunteersThanParticipants, field, [Texts.Iso(came), Texts.Iso(attendance.Participants)])]
            : problems;
    }
}
