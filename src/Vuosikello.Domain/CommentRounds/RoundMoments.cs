using NodaTime;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Domain.CommentRounds;

/// <summary>What time brings about in a round.</summary>
public enum RoundMomentKind
{
    Opening,
    Reminder,
    Closing,
}

/// <summary>The next thing that time brings about, and when, UTC.</summary>
public readonly record struct RoundMoment(RoundMomentKind Kind, Instant At);

/// <summary>
/// When a round opens, reminds and closes. A reminder is due at nine in the morning, Helsinki time, so many days before the day
/// on which the round closes, if that is while the round is open. Of several that were missed (the server was
/// down) one is sent.
/// </summary>
public static class RoundMoments
{
    private static readonly LocalTime InTheMorning = new(9, 0);
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    /// <summary>
    /// The next moment; it may have passed already. Null when time brings about nothing more: the round is closed or
    /// cancelled, or its whole window went by before it could open, and somebody has to plan it anew.
    /// </summary>
    public static RoundMoment? Next(CommentRound round, Instant now) => round.Phase switch
    {
        RoundPhase.Planned => now < round.Plan.Closes ? new RoundMoment(RoundMomentKind.Opening, round.Plan.Opens) : null,
        RoundPhase.Open when now < round.Plan.Closes && round.Silent.Any() && NextReminder(round) is { } due => new RoundMoment(RoundMomentKind.Reminder, due),
        RoundPhase.Open => new RoundMoment(RoundMomentKind.Closing, round.Plan.Closes),
        _ => null,
    };

    /// <summary>The reminders of a plan while it is open, in order, UTC.</summary>
    public static IEnumerable<Instant> Reminders(RoundPlan plan)
    {
        var lastDay = plan.Closes.InZone(Helsinki).Date;
        return plan.RemindBefore
            .Select(days => Helsinki.AtLeniently(lastDay.PlusDays(-days).At(InTheMorning)).ToInstant())
            .Where(at => at > plan.Opens && at < plan.Closes)
            .Distinct()
            .Order();
    }

    /// <summary>The reminder that a round owes now: the latest that is due and was not sent; null when there is none.</summary>
    internal static Instant? Owed(CommentRound round, Instant now)
    {
        Instant? latest = null;
        foreach (var due in Outstanding(round))
            if (due <= now) latest = due;
        return latest;
    }

    private static Instant? NextReminder(CommentRound round) => Outstanding(round).Select(due => (Instant?)due).FirstOrDefault();

    private static IEnumerable<Instant> Outstanding(CommentRound round) => Reminders(round.Plan)
        .Where(due => (round.OpenedAt is not { } opened || due > opened) && (round.RemindedFor is not { } last || due > last));
}
