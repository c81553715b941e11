using Microsoft.Net.Http.Headers;
using Vuosikello.Commands;
using Vuosikello.Domain;

namespace Vuosikello.Web.Api;

/// <summary>Sends a command of the API the way the pages send theirs, and answers in JSON.</summary>
public sealed class CommandAnswers(CommandSender commands, RequestReader reader, ApiProblems problems)
{
    /// <param name="http">The request.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="created">Where the new thing is, when the command makes one.</param>
    public Task<IResult> To<TCommand>(HttpContext http, TCommand command, string? created = null) where TCommand : ICommand =>
        To(http, command, done => Result(done, created));

    /// <inheritdoc cref="To{TCommand}(HttpContext, TCommand, string?)" />
    /// <param name="done">The answer, where there is more to say of what was done.</param>
    public Task<IResult> To<TCommand>(HttpContext http, TCommand command, Func<Outcome.Done, IResult> done) where TCommand : ICommand =>
        To(http, command, what => Task.FromResult(done(what)));

    /// <inheritdoc cref="To{TCommand}(HttpContext, TCommand, string?)" />
    /// <param name="done">The answer, where there is more to do first.</param>
    public async Task<IResult> To<TCommand>(HttpContext http, TCommand command, Func<Outcome.Done, Task<IResult>> done) where TCommand : ICommand
    {
        return await commands.Send(command, reader.Command(http), http.RequestAborted) switch
        {
            Outcome.Done what => await Done(http, what, done),
            Outcome.Refused refused => problems.Refused(refused.Problems),
            Outcome.Clashed clashed => problems.Clashed(clashed.Version, clashed.Clashes),
            Outcome.Forbidden forbidden => problems.Forbidden(forbidden.Problem),
            Outcome.NotFound missing => problems.NotFound(missing.Problem),
            Outcome.TryAgain again => problems.TryAgain(again.Problem, http),
            var other => throw new InvalidOperationException($"The API has no answer for {other.GetType().Name}."),
        };
    }

    private static async Task<IResult> Done(HttpContext http, Outcome.Done what, Func<Outcome.Done, Task<IResult>> answer)
    {
        http.Response.Headers[HeaderNames.ETag] = ETags.Of(what.Version);
        return await answer(what);
    }

    private static IResult Result(Outcome.Done done, string? created)
    {
        var result = new CommandResult(done.Version, done.Position.Value, done.Repeated);
        return created is null ? TypedResults.Ok(result) : TypedResults.Created(created, result);
    }
}

/// <summary>What a command came to.</summary>
/// <param name="Version">The version after it, also as the <c>ETag</c>: what a following edit is based on.</param>
/// <param name="Position">The position in the log of everything; views that have reached it show it.</param>
/// <param name="Repeated">True when it had been carried out before, or when all was already as wanted.</param>
public sealed record CommandResult(long Version, long Position, bool Repeated);

/// <summary>Versions as entity tags.</summary>
public static class ETags
{
    public static string Of(long version) => $"\"{version}\"";
}
