using System.Text;
using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Commands.Tests;

/// <summary>Whatever commands write, by whichever server and however often it is sent, is one unbroken chain of hashes.</summary>
public sealed class ChainTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Workshop);

    [Fact]
    public async Task What_commands_write_is_chained_from_the_first_event_of_each_stream()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        await house.Done(new EditActivity(Seutu.Id, Seutu.Workshop, 0, new ActivityChanges { Title = new(new LocalText("Toinen")), Venue = new(new Venue("Sali")) }));
        await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(4, await Chained(house.Store, Stream));
        Assert.True(await Chained(house.Store, Streams.Of(Seutu.Id)) > 3);
        Assert.Equal(1, await Chained(house.Store, Streams.Of(Seutu.Year)));
    }

    [Fact]
    public async Task A_server_goes_on_where_another_one_ended()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        var other = new House(house.Store);
        await other.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));
        await house.Done(new CancelActivity(Seutu.Id, Seutu.Workshop, new LocalText("Sairastapaus")));
        await other.Done(new ReinstateActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(4, await Chained(house.Store, Stream));
    }

    [Fact]
    public async Task A_command_sent_again_at_a_later_time_to_a_server_that_lags_behind_breaks_nothing()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        var other = new House(house.Store);
        await other.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));
        var id = Seutu.CommandNumber(7);
        await house.Done(Cancel, id: id);

        other.Now = Seutu.Now + NodaTime.Duration.FromMinutes(5);
        var again = await other.Done(Cancel, id: id);
        await other.Done(new ReinstateActivity(Seutu.Id, Seutu.Workshop));

        Assert.True(again.Repeated);
        Assert.Equal(4, await Chained(house.Store, Stream));
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_and_that_is_sent_again_later_breaks_nothing()
    {
        var store = new FlakyStore(new MemoryStore());
        var house = await House.WithSeutu(store);
        await house.Done(Seutu.Plan());
        var id = Seutu.CommandNumber(7);
        store.AfterAppend = _ => throw new StoreUnavailableException("power cut", transient: false);
        await house.Send(Cancel, id: id);
        store.AfterAppend = _ => Task.CompletedTask;

        house.Now += NodaTime.Duration.FromMinutes(5);
        var again = await house.Done(Cancel, id: id);
        await house.Done(new ReinstateActivity(Seutu.Id, Seutu.Workshop));

        Assert.True(again.Repeated);
        Assert.Equal(3, await Chained(store, Stream));
    }

    [Fact]
    public async Task Events_from_before_there_were_hashes_are_part_of_what_comes_after_them()
    {
        var house = await House.WithSeutu();
        var stamp = new Stamp(Seutu.CommandNumber(1), Members.Administrator, null, Seutu.Now);
        await house.Store.Append(Stream, ExpectedVersion.NoStream,
            [EventSerializer.Serialize(new ActivityPlanned(Seutu.Workshop, Seutu.Year, Seutu.Details()), stamp, Guid.Empty)]);

        await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        Assert.Equal(1, await Chained(house.Store, Stream));
    }

    private static CancelActivity Cancel { get; } = new(Seutu.Id, Seutu.Workshop, new LocalText("Sairastapaus"));

    /// <summary>Computes every hash of a stream anew; tells how many events carry it.</summary>
    private static async Task<int> Chained(IEventStore store, StreamName stream)
    {
        int carrying = 0;
        var expected = EventChain.Genesis(stream);
        await foreach (var e in store.ReadStream(stream))
        {
            expected = EventChain.After(expected, e);
            if (EventChain.CarriedBy(e.Metadata.Span) is not { } carried) continue;
            Assert.True(expected == carried, $"The hash of version {e.Version} does not fit: {Encoding.UTF8.GetString(e.Metadata.Span)}");
            carrying++;
        }
        return carrying;
    }
}
