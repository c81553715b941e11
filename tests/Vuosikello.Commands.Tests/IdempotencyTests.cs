using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class IdempotencyTests
{
    private static readonly StreamName Stream = Streams.Of(Seutu.Workshop);
    private static readonly CommandId Id = Seutu.CommandNumber(1);

    [Fact]
    public async Task The_same_command_again_answers_what_it_answered_first()
    {
        var house = await House.WithSeutu();
        var first = await house.Done(Seutu.Plan(), id: Id);
        await house.Done(new ConfirmActivity(Seutu.Id, Seutu.Workshop));

        var second = await house.Done(Seutu.Plan(), id: Id);

        Assert.False(first.Repeated);
        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(2, (await house.Events(Stream)).Count);
    }

    [Fact]
    public async Task A_server_that_remembers_nothing_finds_the_command_in_the_stream()
    {
        var house = await House.WithSeutu();
        var first = await house.Done(Seutu.Plan(), id: Id);

        var second = await new House(house.Store).Done(Seutu.Plan(), id: Id);

        Assert.Equal(first with { Repeated = true }, second);
    }

    [Fact]
    public async Task A_server_that_has_forgotten_the_aggregate_finds_the_command_in_the_stream()
    {
        var house = await House.WithSeutu(options: House.Quick with { RememberedAggregates = 3 });
        var first = await house.Done(Seutu.Plan(), id: Id);
        for (int i = 1; i <= 5; i++) await house.Done(Seutu.Plan(id: Seutu.ActivityNumber(i)));

        Assert.Equal(first with { Repeated = true }, await house.Done(Seutu.Plan(), id: Id));
    }

    [Fact]
    public async Task A_repeated_edit_that_others_have_overtaken_is_done_and_not_a_clash()
    {
        var house = await House.WithSeutu();
        await house.Done(Seutu.Plan());
        var first = await house.Done(Retitle("Minun"), id: Id);
        var other = new House(house.Store);
        await other.Done(new EditActivity(Seutu.Id, Seutu.Workshop, 1, new ActivityChanges { Title = new(new LocalText("Muiden")) }));

        Assert.Equal(first with { Repeated = true }, await house.Done(Retitle("Minun"), id: Id));
        Assert.Equal(first with { Repeated = true }, await other.Done(Retitle("Minun"), id: Id));
    }

    [Fact]
    public async Task Many_at_once_with_one_command_id_write_once()
    {
        var house = await House.WithSeutu();
        var other = new House(house.Store);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => (i % 2 == 0 ? house : other).Done(Seutu.Plan(), id: Id))));

        Assert.Single(await house.Events(Stream));
        Assert.Single(outcomes.Select(o => (o.Version, o.Position)).Distinct());
    }

    [Fact]
    public async Task Many_at_once_on_one_server_write_once_and_only_one_hears_that_it_was_first()
    {
        var house = await House.WithSeutu();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => house.Done(Seutu.Plan(), id: Id))));

        Assert.Single(outcomes, o => !o.Repeated);
    }

    private static EditActivity Retitle(string title) =>
        new(Seutu.Id, Seutu.Workshop, 0, new ActivityChanges { Title = new(new LocalText(title)) });
}
