using Vuosikello.Projections.AsOf;

namespace Vuosikello.Web.Past;

/// <summary>What is said when too many want to see the past: come back in a moment.</summary>
public static class PastBusy
{
    /// <summary>After so many seconds one may ask again.</summary>
    public const string Seconds = "5";

    /// <summary>Answers 503 with <c>Retry-After</c> (RFC 9110, section 10.2.3) in place of an endpoint whose queue is full.</summary>
    public static RouteHandlerBuilder SaysWhenPastIsBusy(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        try
        {
            return await next(context);
        }
        catch (PastBusyException)
        {
            context.HttpContext.Response.Headers.RetryAfter = Seconds;
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    });
}
