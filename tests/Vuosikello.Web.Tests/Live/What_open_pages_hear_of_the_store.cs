using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Events;
using Vuosikello.Events.EventStoreDb.Resilience;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Tests.Live;

/// <summary>Whether anything can be saved now is told to everybody who has a page open.</summary>
public sealed class What_open_pages_hear_of_the_store
{
    [Fact]
    public async Task They_hear_it_at_once_both_ways_and_who_comes_in_between_too()
    {
        var condition = new StoreCondition();
        await using var server = await LiveServer.Start(services: services => services.AddSingleton<IStoreCondition>(condition));
        await using var before = await new HubClient().Connect(server.Address, LiveRegistration.Address);
        Assert.True(CanWrite(await before.Next(LiveMessages.Writable)));

        condition.Set(canWrite: false);
        Assert.False(CanWrite(await before.Next(LiveMessages.Writable)));
        await using var between = await new HubClient().Connect(server.Address, LiveRegistration.Address);
        Assert.False(CanWrite(await between.Next(LiveMessages.Writable)));

        condition.Set(canWrite: true);
        Assert.True(CanWrite(await before.Next(LiveMessages.Writable)));
        Assert.True(CanWrite(await between.Next(LiveMessages.Writable)));

        static bool CanWrite(JsonElement[] told) => told[0].GetBoolean();
    }
}
