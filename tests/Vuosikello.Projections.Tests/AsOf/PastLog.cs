using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Projections.Tests.AsOf;

/// <summary>Writes what happened, each event at a moment of the test's choice.</summary>
internal sealed class PastLog(IEventStore store)
{
    public static readonly PartnershipId Partnership = new("jokilaakso");
    public static readonly CycleId Year = new(Partnership, 2026);
    private int _commands;

    /// <summary>Minutes after the beginning of 2026, UTC: the clock of these tests.</summary>
    public static Instant At(int minutes) => Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromMinutes(minutes));

    public static ActivityId Id(int number) => new(new Guid(number, 9, 9, new byte[8]));

    /// <summary>Founded and drafted at minute 0.</summary>
    public static async Task<PastLog> Begin(IEventStore store)
    {
        var log = new PastLog(store);
        await log.Happens(0, Streams.Of(Partnership), new PartnershipFounded(Partnership, new("Jokilaakso")));
        await log.Happens(0, Streams.Of(Year), new CycleDrafted(Year));
        return log;
    }

    public Task Plan(int minutes, int number, string title, ActivityTime? time = null) =>
        Happens(minutes, Id(number), new ActivityPlanned(Id(number), Year, Planning.Details(title, time ?? Planning.On(5, 20))));

    public Task Happens(int minutes, ActivityId activity, IEvent e) => Happens(minutes, Streams.Of(activity), e);

    public async Task Happens(int minutes, StreamName stream, IEvent e)
    {
        int command = ++_commands;
        var stamp = new Stamp(new(new Guid(command, 3, 3, new byte[8])), new(new Guid(7, 7, 7, new byte[8])), null, At(minutes));
        await store.Append(stream, ExpectedVersion.Any, [EventSerializer.Serialize(e, stamp, EventIds.For(stamp.Command, 0))]);
    }
}
