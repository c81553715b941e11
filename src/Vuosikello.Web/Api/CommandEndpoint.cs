using Vuosikello.Domain;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Api;

/// <summary>Maps one command to one address. Its name in the OpenAPI document is the command's.</summary>
public static class CommandEndpoint
{
    /// <summary>A command with a body of its own.</summary>
    public static RouteHandlerBuilder Command<TBody, TCommand>(
        this IEndpointRouteBuilder api, string method, string pattern, string summary, Func<CommandRequest, TBody, TCommand> command, Func<TCommand, string>? created = null)
        where TBody : notnull where TCommand : ICommand =>
        Map<TCommand>(api, method, pattern, summary, async r =>
        {
            var body = await r.Reader.Body<TBody>(r.Http);
            return command(r, body);
        }, created).Accepts<TBody>("application/json");

    /// <summary>A command that its address says all of.</summary>
    public static RouteHandlerBuilder Command<TCommand>(
        this IEndpointRouteBuilder api, string method, string pattern, string summary, Func<CommandRequest, TCommand> command)
        where TCommand : ICommand =>
        Map(api, method, pattern, summary, r =>
        {
            if (method != "DELETE") r.Reader.RequireJson(r.Http);
            return Task.FromResult(command(r));
        }, null);

    /// <summary>The command is based on the version that <c>If-Match</c> says.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new VersionRequired()).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static RouteHandlerBuilder Map<TCommand>(
        IEndpointRouteBuilder api, string method, string pattern, string summary, Func<CommandRequest, Task<TCommand>> read, Func<TCommand, string>? created)
        where TCommand : ICommand
    {
        var endpoint = api.MapMethods(pattern, [method], async (HttpContext http, RequestReader reader, CommandAnswers answers, ApiProblems problems) =>
        {
            var command = await read(new CommandRequest(http, reader, problems));
            return await answers.To(http, command, created?.Invoke(command));
        });
        endpoint.WithName(typeof(TCommand).Name).WithSummary(summary).Sends(typeof(TCommand));
        endpoint.Produces<CommandResult>(created is null ? StatusCodes.Status200OK : StatusCodes.Status201Created);
        foreach (int status in (int[])[400, 401, 403, 404, 409, 415, 422, 503]) endpoint.ProducesProblem(status);
        return endpoint;
    }
}

/// <summary>Marks a command that needs <c>If-Match</c>.</summary>
public sealed record VersionRequired;

/// <summary>Marks an endpoint as a command's.</summary>
public sealed record CommandMetadata(Type Command);

/// <summary>A request on its way to a command: what its address says, and readers for the rest.</summary>
public sealed record CommandRequest(HttpContext Http, RequestReader Reader, ApiProblems Problems)
{
    public PartnershipId Partnership => new(Slug("partnership"));
    public CycleId Cycle => new(Partnership, int.Parse(Value("year"), System.Globalization.CultureInfo.InvariantCulture));
    public RoundId Round => new(Partnership, Slug("round"));
    public PartnerId Partner => new(Slug("partner"));
    public AgreementId Agreement => new(Partnership, Slug("agreement"));
    public ClauseId Clause => new(Guid("clause"));
    public ActivityId Activity => new(Guid("activity"));

    /// <summary>The id of what a command makes, when the client chose none: the same again when it is sent again with its key.</summary>
    public Guid NewId => Reader.NewId(Http);

    /// <summary>An id in the address that is a short name.</summary>
    public string Slug(string name) => Domain.Slug.IsValid(Value(name)) ? Value(name) : throw new RequestProblem(Problems.NotFound());

    /// <summary>A number in the address, whose route says that it is one.</summary>
    public int Number(string name) => int.Parse(Value(name), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An id in the address that is a UUID, as its route pattern makes sure.</summary>
    public Guid Guid(string name) => System.Guid.Parse(Value(name));

    private string Value(string name) => (string)Http.Request.RouteValues[name]!;
}
