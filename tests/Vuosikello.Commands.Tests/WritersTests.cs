using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class WritersTests
{
    private const int Writers = 64, Edits = 20;

    [Fact]
    public async Task Sixty_four_writers_on_streams_of_their_own_lose_nothing()
    {
        var house = await House.WithSeutu();

        await Task.WhenAll(Enumerable.Range(1, Writers).Select(writer => Task.Run(async () =>
        {
            var activity = Seutu.ActivityNumber(writer);
            await house.Done(Seutu.Plan(id: activity));
            for (int i = 0; i < Edits; i++) await house.Done(Retitle(activity, basedOn: i, $"Otsikko {i}"));
        })));

        for (int writer = 1; writer <= Writers; writer++)
        {
            var events = await house.Events(Streams.Of(Seutu.ActivityNumber(writer)), from: 1);
            Assert.Equal(Enumerable.Range(0, Edits).Select(i => new ActivityRetitled(new LocalText($"Otsikko {i}"))), events);
        }
    }

    [Fact]
    public async Task Sixty_four_writers_on_one_stream_from_two_servers_lose_nothing()
    {
        var patient = House.Quick with { ConflictRetries = 200 };
        var house = await House.WithSeutu(options: patient);
        var other = new House(house.Store, patient);
        int before = (await house.Events(Streams.Of(Seutu.Id))).Count;
        var partners = Enumerable.Range(0, Writers).Select(writer => Seutu.Partner(new PartnerId($"kumppani-{writer}"))).ToList();

        await Task.WhenAll(partners.Select((partner, i) => Task.Run(() => (i % 2 == 0 ? house : other).Done(new AdmitPartner(Seutu.Id, partner)))));

        var joined = (await house.Events(Streams.Of(Seutu.Id), before)).Select(e => Assert.IsType<PartnerJoined>(e).Partner);
        Assert.Equal(partners.OrderBy(p => p.Id.Value, StringComparer.Ordinal), joined.OrderBy(p => p.Id.Value, StringComparer.Ordinal));
    }

    private static EditActivity Retitle(ActivityId activity, long basedOn, string title) =>
        new(Seutu.Id, activity, basedOn, new ActivityChanges { Title = new(new LocalText(title)) });
}
