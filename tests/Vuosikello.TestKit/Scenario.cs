using NodaTime;
using Vuosikello.Domain;
using Xunit;

namespace Vuosikello.TestKit;

/// <summary>
/// What happened before, what somebody wants, what follows:
/// <c>scenario.Given(events).When(command).Then(events)</c>. Works for every decider whose state is a fold.
/// </summary>
/// <param name="decide">The decider, with its surroundings and clock already in it.</param>
public sealed class Scenario<TState, TCommand>(Func<TState?, TCommand, Decision> decide)
    where TState : class, IState<TState>
    where TCommand : ICommand
{
    private readonly List<Fact> _facts = [];

    /// <summary>Events that happened, each by a command of its own, in the order given.</summary>
    public Scenario<TState, TCommand> Given(params IEvent[] events) => GivenBy(Stamps.Coordinator, events);

    /// <summary>Events that somebody in particular brought about, after those given before.</summary>
    public Scenario<TState, TCommand> GivenBy(Stamp stamp, params IEvent[] events)
    {
        foreach (var happened in events) _facts.Add(new Fact(happened, _facts.Count, stamp));
        return this;
    }

    /// <summary>The state that follows from what was given.</summary>
    public TState? State => _facts.Aggregate((TState?)null, TState.Evolve);

    /// <summary>Decides a command on the state that follows from what was given.</summary>
    public Verdict<TState> When(TCommand command) => new(_facts, decide(State, command));
}

/// <summary>What came of a command, to be compared with what was expected.</summary>
public sealed class Verdict<TState>(IReadOnlyList<Fact> before, Decision decision) where TState : class, IState<TState>
{
    public Decision Decision => decision;

    /// <summary>Exactly these events happened, in this order.</summary>
    public void Then(params IEvent[] events) => Assert.Equal(new Decision.Accepted(events.ToValueList()), decision);

    /// <summary>All was as wanted already.</summary>
    public void ThenNothing() => Then();

    /// <summary>It was refused for exactly these reasons.</summary>
    public void ThenRefused(params Problem[] problems) => Assert.Equal(new Decision.Refused(problems.ToValueList()), decision);

    /// <summary>It was refused for exactly one reason, whose arguments do not matter here.</summary>
    public void ThenRefused(string code, string field = "")
    {
        var problem = Assert.Single(Assert.IsType<Decision.Refused>(decision).Problems);
        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    /// <summary>Exactly these fields clashed, and nothing happened.</summary>
    public void ThenClashed(params Clash[] clashes) => Assert.Equal(new Decision.Clashed(clashes.ToValueList()), decision);

    /// <summary>The state after the events that happened.</summary>
    public TState? After
    {
        get
        {
            var events = Assert.IsType<Decision.Accepted>(decision).Events;
            var facts = before.Concat(events.Select((e, i) => new Fact(e, before.Count + i, Stamps.Coordinator)));
            return facts.Aggregate((TState?)null, TState.Evolve);
        }
    }
}

/// <summary>Who acts in tests.</summary>
public static class Stamps
{
    /// <summary>The coordinator, at New Year 2026 in Helsinki.</summary>
    public static Stamp Coordinator { get; } = new(
        new CommandId(new Guid("00000000-0000-4000-8000-000000000001")),
        new MemberId(new Guid("00000000-0000-4000-8000-00000000000a")),
        null,
        Instant.FromUtc(2026, 1, 1, 10, 0));

    /// <summary>A partner's editor, a day later.</summary>
    public static Stamp Editor { get; } = new(
        new CommandId(new Guid("00000000-0000-4000-8000-000000000002")),
        new MemberId(new Guid("00000000-0000-4000-8000-00000000000b")),
        new PartnerId("kerava"),
        Instant.FromUtc(2026, 1, 2, 10, 0));
}
