using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests.Kit;

/// <summary>One server: the real pipeline on a store, with a clock that stands still.</summary>
internal sealed class House : IClock
{
    private static int _commands;
    private readonly IMediator _mediator;

    public House(IEventStore store, CommandOptions? options = null, IStoreCondition? condition = null)
    {
        Store = store;
        _mediator = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton<IClock>(this)
            .AddSingleton(condition ?? new AlwaysWritable())
            .AddSingleton<IMemberships, Members>()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddCommands(options ?? Quick)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true })
            .CreateScope().ServiceProvider.GetRequiredService<IMediator>();
    }

    /// <summary>As many tries as in earnest, without the pauses.</summary>
    public static CommandOptions Quick { get; } = new() { OutagePause = TimeSpan.Zero, ConflictPause = TimeSpan.Zero };

    public IEventStore Store { get; }
    public IMediator Mediator => _mediator;
    public Instant Now { get; set; } = Seutu.Now;

    public static async Task<House> WithSeutu(IEventStore? store = null, CommandOptions? options = null, IStoreCondition? condition = null)
    {
        var house = new House(store ?? new MemoryStore(), options, condition);
        await Seutu.Begin(house);
        return house;
    }

    public Task<Outcome> Send<TCommand>(TCommand command, MemberId? by = null, CommandId? id = null, PartnerId? actingFor = null) where TCommand : ICommand
    {
        var member = by ?? Members.Administrator;
        var stamp = new Stamp(id ?? new CommandId(new Guid(Interlocked.Increment(ref _commands), 3, 0, new byte[8])), member, actingFor ?? Members.PartnerOf(member), Now);
        return _mediator.Send(new Send<TCommand>(command, stamp));
    }

    /// <summary>Sends what a test takes for granted.</summary>
    public async Task<Outcome.Done> Done<TCommand>(TCommand command, MemberId? by = null, CommandId? id = null) where TCommand : ICommand =>
        Assert.IsType<Outcome.Done>(await Send(command, by, id));

    public async Task<List<IEvent>> Events(StreamName stream, long from = 0)
    {
        var events = new List<IEvent>();
        await foreach (var e in Store.ReadStream(stream, from)) events.Add(EventSerializer.Deserialize(e).Event);
        return events;
    }

    /// <summary>Sends one command and tells what it added to a stream.</summary>
    public async Task<List<IEvent>> Added<TCommand>(StreamName stream, TCommand command, MemberId? by = null) where TCommand : ICommand
    {
        int before = (await Events(stream)).Count;
        await Done(command, by);
        return await Events(stream, before);
    }

    Instant IClock.GetCurrentInstant() => Now;
}
