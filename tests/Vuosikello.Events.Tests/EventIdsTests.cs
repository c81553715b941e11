using Vuosikello.Domain;

namespace Vuosikello.Events.Tests;

public sealed class EventIdsTests
{
    [Fact]
    public void The_example_of_rfc_9562_comes_out_as_printed_there()
    {
        var dns = new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), DeterministicGuid.Create(dns, "www.example.com"));
    }

    [Fact]
    public void The_events_of_one_command_have_the_same_ids_every_time_and_each_its_own()
    {
        var command = new CommandId(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));

        Assert.Equal(EventIds.For(command, 1), EventIds.For(command, 1));
        Assert.NotEqual(EventIds.For(command, 0), EventIds.For(command, 1));
    }

    [Fact]
    public void Two_commands_share_no_event_id()
    {
        var one = new CommandId(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        var other = new CommandId(new Guid("0f8fad5b-d9cb-469f-a165-70867728950f"));

        Assert.NotEqual(EventIds.For(one, 0), EventIds.For(other, 0));
    }
}
