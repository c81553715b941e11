using MediatR;
using Vuosikello.Domain;
using Vuosikello.Events;

namespace Vuosikello.Commands;

/// <summary>A command on its way through the pipeline, with who sends it. Handlers are <c>IRequestHandler&lt;Send&lt;TCommand&gt;, Outcome&gt;</c>.</summary>
/// <param name="Command">What is wanted.</param>
/// <param name="Stamp">The command's id, who gives it, for which organisation, and when. Time comes in here and nowhere else.</param>
public sealed record Send<TCommand>(TCommand Command, Stamp Stamp) : IRequest<Outcome> where TCommand : ICommand;

/// <summary>What became of a command.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It happened, now or when the same command id first came.</summary>
    /// <param name="Version">The aggregate's version after it.</param>
    /// <param name="Position">Views that have reached it show it.</param>
    /// <param name="Repeated">True when this command id had been carried out before, or when all was already as wanted.</param>
    public sealed record Done(long Version, Position Position, bool Repeated) : Outcome;

    /// <summary>Refused for these reasons; nothing happened.</summary>
    public sealed record Refused(ValueList<Problem> Problems) : Outcome;

    /// <summary>Others changed the same fields; nothing happened. The editor chooses and sends again, based on <paramref name="Version"/>.</summary>
    public sealed record Clashed(long Version, ValueList<Clash> Clashes) : Outcome;

    /// <summary>The person may not do this here.</summary>
    public sealed record Forbidden(Problem Problem) : Outcome;

    /// <summary>What the command is about does not exist.</summary>
    public sealed record NotFound(Problem Problem) : Outcome;

    /// <summary>The store is away or the aggregate too contended. Nothing is half done; the same command id may be sent again.</summary>
    public sealed record TryAgain(Problem Problem) : Outcome;
}
