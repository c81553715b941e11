using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Projections.Tests;

/// <summary>Writes what happened to one partnership into a log. Ids and times count up, so that every run is the same.</summary>
public sealed class Planning(IEventStore store, string partnership = "jokilaakso")
{
    private int _commands;

    public PartnershipId Partnership { get; } = new(partnership);

    /// <summary>A founded partnership with an area and a theme, and its year 2026.</summary>
    public static async Task<Planning> Begin(IEventStore store, string partnership = "jokilaakso")
    {
        var planning = new Planning(store, partnership);
        await planning.Happens(
            new PartnershipFounded(planning.Partnership, new("Jokilaakso", "Ådalen")),
            new AreaAdded(new(new("etela"), new("Eteläinen alue"), ["Alakylä", "Keskikylä"])),
            new ThemeAdded(new(new("liikunta"), new("Liikunta", "Motion"))));
        await planning.Draft(2026);
        return planning;
    }

    public Task<AppendResult> Happens(params IEvent[] events) => Append(Streams.Of(Partnership), events);

    public Task<AppendResult> HappensIn(int year, params IEvent[] events) => Append(Streams.Of(Year(year)), events);

    public Task<AppendResult> HappensTo(ActivityId activity, params IEvent[] events) => Append(Streams.Of(activity), events);

    public Task<AppendResult> HappensInPremises(params IEvent[] events) => Append(Streams.OfPremises(Partnership), events);

    public Task<AppendResult> HappensTo(AgreementId agreement, params IEvent[] events) => Append(Streams.Of(agreement), events);

    public Task<AppendResult> Draft(int year) => HappensIn(year, new CycleDrafted(Year(year)));

    public CycleId Year(int year) => new(Partnership, year);

    /// <summary>A new activity in a year.</summary>
    public async Task<ActivityId> Plan(string title, ActivityTime? time = null, int year = 2026)
    {
        var id = Id(_commands + 1);
        await HappensTo(id, new ActivityPlanned(id, Year(year), Details(title, time ?? On(5, 20))));
        return id;
    }

    public static ActivityTime On(int month, int day) => new ActivityTime.Days(new(2026, month, day), new(2026, month, day));

    public static ActivityDetails Details(string title, ActivityTime time) => new(new(title), time, LocalText.Empty, [], [], null, [], null, [], null);

    public ActivityId Id(int number) => new(new Guid(number, 0, 0, System.Text.Encoding.ASCII.GetBytes(Partnership.Value.PadRight(8)[..8])));

    private Task<AppendResult> Append(StreamName stream, IEvent[] events)
    {
        int command = ++_commands;
        var stamp = new Stamp(new(Id(command).Value), new(new Guid(7, 7, 7, new byte[8])), new PartnerId("alakyla"), Instant.FromUtc(2026, 1, 1, 0, 0).Plus(Duration.FromMinutes(command)));
        return store.Append(stream, ExpectedVersion.Any, [.. events.Select((e, i) => EventSerializer.Serialize(e, stamp, EventIds.For(stamp.Command, i)))]);
    }
}
