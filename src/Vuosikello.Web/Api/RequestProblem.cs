namespace Vuosikello.Web.Api;

/// <summary>A request that cannot become a command; carries its answer.</summary>
public sealed class RequestProblem(IResult answer) : Exception("The request cannot become a command.")
{
    public IResult Answer { get; } = answer;

    /// <summary>An endpoint filter that gives the answer.</summary>
    public static async ValueTask<object?> Catch(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RequestProblem problem)
        {
            return problem.Answer;
        }
    }
}
