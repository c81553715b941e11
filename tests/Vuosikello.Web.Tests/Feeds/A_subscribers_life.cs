using System.Net;
using NodaTime;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Web.Tests.Live;

namespace Vuosikello.Web.Tests.Feeds;

/// <summary>Years of one subscription: whatever happens, never a duplicate and never a stale event.</summary>
public sealed class A_subscribers_life
{
    private static readonly string[] Club =
    [
        "2026-03-17T15:00:00Z/2026-03-17T17:00:00Z TENTATIVE Kerho",
        "2026-03-24T15:00:00Z/2026-03-24T17:00:00Z TENTATIVE Kerho",
        "2026-03-31T14:00:00Z/2026-03-31T16:00:00Z TENTATIVE Kerho",
        "2026-04-14T14:00:00Z/2026-04-14T16:00:00Z TENTATIVE Kerho",
    ];

    /// <summary>Rolled forward it keeps its weeks and its day of the week.</summary>
    private static readonly string[] NextClub =
    [
        "2027-03-23T15:00:00Z/2027-03-23T17:00:00Z TENTATIVE Kerho",
        "2027-03-30T14:00:00Z/2027-03-30T16:00:00Z TENTATIVE Kerho",
        "2027-04-06T14:00:00Z/2027-04-06T16:00:00Z TENTATIVE Kerho",
        "2027-04-20T14:00:00Z/2027-04-20T16:00:00Z TENTATIVE Kerho",
    ];

    [Fact]
    public async Task Has_each_event_once_as_it_is_now()
    {
        await using var life = await Subscription.Begin(Instant.FromUtc(2026, 1, 10, 8, 0));
        var workshop = await life.Plan("Työpaja", At(3, 27, 16));
        var club = await life.Plan("Kerho", new ActivityTime.Recurring(At(3, 17, 17, 2), new Recurrence(Frequency.Weekly, 1, new(2026, 4, 14), []), [new LocalDate(2026, 4, 7)]));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-27T14:00:00Z/2026-03-27T17:00:00Z TENTATIVE Työpaja"]);

        life.Clock.Now += Duration.FromDays(1);
        await life.Shows(HttpStatusCode.NotModified, [.. Club, "2026-03-27T14:00:00Z/2026-03-27T17:00:00Z TENTATIVE Työpaja"]);
        life.Clock.Now += Duration.FromHours(1);
        await life.Shows(HttpStatusCode.NotModified, [.. Club, "2026-03-27T14:00:00Z/2026-03-27T17:00:00Z TENTATIVE Työpaja"]);

        await life.Give(new EditActivity(LiveServer.Partnership, workshop, life.Now(workshop).Version, new ActivityChanges { Title = new(new LocalText("Suuri työpaja")) }));
        await life.Give(new ConfirmActivity(LiveServer.Partnership, workshop));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-27T14:00:00Z/2026-03-27T17:00:00Z CONFIRMED Suuri työpaja"]);

        // Within the same second as what was fetched just now, and over the night in which the clock is changed.
        await life.Give(new RescheduleActivity(LiveServer.Partnership, workshop, life.Now(workshop).Version, At(3, 30, 16)));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CONFIRMED Suuri työpaja"]);

        var mistake = await life.Plan("Vahinko", new ActivityTime.Days(new(2026, 5, 4), new(2026, 5, 6)));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CONFIRMED Suuri työpaja", "2026-05-04/2026-05-07 TENTATIVE Vahinko"]);
        await life.Give(new WithdrawActivity(LiveServer.Partnership, mistake));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CONFIRMED Suuri työpaja", "2026-05-04/2026-05-07 CANCELLED POISTETTU: Vahinko"]);

        life.Clock.Now = Instant.FromUtc(2026, 3, 26, 12, 0);
        await life.Give(new CancelActivity(LiveServer.Partnership, workshop, new LocalText("Sairastapaus")));
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CANCELLED PERUTTU: Suuri työpaja", "2026-05-04/2026-05-07 CANCELLED POISTETTU: Vahinko"]);

        await RollsForward(life, club);
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CANCELLED PERUTTU: Suuri työpaja", "2026-05-04/2026-05-07 CANCELLED POISTETTU: Vahinko", .. NextClub]);

        // A year after its deletion what was planned by mistake goes by itself; nobody does anything.
        life.Clock.Now = Instant.FromUtc(2027, 1, 10, 22, 0);
        await life.Shows(HttpStatusCode.OK, [.. Club, "2026-03-30T13:00:00Z/2026-03-30T16:00:00Z CANCELLED PERUTTU: Suuri työpaja", .. NextClub]);

        // And what was called off, a year after its cancellation.
        life.Clock.Now = Instant.FromUtc(2027, 3, 25, 22, 0);
        await life.Shows(HttpStatusCode.OK, [.. Club, .. NextClub]);
        life.Clock.Now = Instant.FromUtc(2027, 12, 31, 21, 59);
        await life.Shows(HttpStatusCode.NotModified, [.. Club, .. NextClub]);

        // So does the year before the last, when Helsinki's year turns.
        life.Clock.Now = Instant.FromUtc(2027, 12, 31, 22, 0);
        await life.Shows(HttpStatusCode.OK, NextClub);
        await life.Shows(HttpStatusCode.NotModified, NextClub);
        life.Clock.Now += Duration.FromMinutes(1);
        await life.Shows(HttpStatusCode.NotModified, NextClub);
        await life.Resubscribes();
        await life.Shows(HttpStatusCode.NotModified, NextClub);
    }

    private static async Task RollsForward(Subscription life, ActivityId activity)
    {
        var year = LiveServer.Cycle with { Year = 2027 };
        await life.Give(new RollCycleForward(year, 2026, [activity]));
        await life.Give(RollForward.Plan(year, 2026, activity, life.Now(activity).Details));
    }

    private static ActivityTime.Exact At(int month, int day, int hour, int hours = 3) =>
        new(new LocalDateTime(2026, month, day, hour, 0), new LocalDateTime(2026, month, day, hour + hours, 0));
}
