using NodaTime;
using Vuosikello.Projections.AsOf;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Api;

/// <summary>The moment at which a request wants to see something: <c>?at=</c>, as on the pages.</summary>
public sealed class AskedPast(IClock clock, ApiProblems problems)
{
    /// <summary>The moment; null for now.</summary>
    /// <exception cref="RequestProblem">It is no moment, or is still to come.</exception>
    public Instant? Moment(HttpContext http)
    {
        var asked = AskedMoment.Of(http.Request, clock);
        return asked.Problem is { } problem ? throw new RequestProblem(problems.BadRequest(problem)) : asked.Past?.Instant;
    }
}

/// <summary>Marks an endpoint that shows the past too.</summary>
public sealed record PastParameter;

/// <summary>Endpoints that show the past too.</summary>
public static class PastEndpoints
{
    /// <summary>It takes <c>?at=</c>.</summary>
    public static RouteHandlerBuilder ShowsPast(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new PastParameter()).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>An endpoint filter that answers when too many want to see the past.</summary>
    public static async ValueTask<object?> CatchBusy(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (PastBusyException)
        {
            return context.HttpContext.RequestServices.GetRequiredService<ApiProblems>().PastBusy(context.HttpContext);
        }
    }
}
