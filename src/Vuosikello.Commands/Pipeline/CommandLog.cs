using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using Vuosikello.Domain;

namespace Vuosikello.Commands;

/// <summary>Outermost: a trace span and a count per command, and a log line for what did not succeed. No field of a command is logged.</summary>
internal sealed class CommandLog<TCommand>(CommandMeter meter, ILogger<CommandLog<TCommand>> logger) : IPipelineBehavior<Send<TCommand>, Outcome> where TCommand : ICommand
{
    public async Task<Outcome> Handle(Send<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        using var span = CommandTracing.Source.StartActivity(typeof(TCommand).Name);
        var outcome = await next();
        meter.Count(outcome);
        span?.SetTag("outcome", outcome.GetType().Name);
        switch (outcome)
        {
            case Outcome.TryAgain again:
                CommandTracing.GaveUp(logger, typeof(TCommand).Name, request.Stamp.Command, again.Problem.Code);
                break;
            case Outcome.Forbidden forbidden:
                CommandTracing.Forbade(logger, typeof(TCommand).Name, request.Stamp.By, forbidden.Problem.Code);
                break;
        }
        return outcome;
    }
}

internal static partial class CommandTracing
{
    public static readonly ActivitySource Source = new("Vuosikello.Commands");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} {Id} was not carried out ({Reason}); nothing is half done, it may be sent again")]
    public static partial void GaveUp(ILogger logger, string command, CommandId id, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Commands cannot be carried out: {Reason}")]
    public static partial void StoreNeedsHelp(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} by member {Member} was forbidden ({Reason})")]
    public static partial void Forbade(ILogger logger, string command, MemberId member, string reason);
}
