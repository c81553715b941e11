namespace Vuosikello.Web;

/// <summary>After a form was carried out the browser gets the page by itself, so that a reload sends nothing again (303).</summary>
public sealed class SeeOther : IResult
{
    private readonly string _address;

    private SeeOther(string address) => _address = address;

    /// <param name="address">An address on this server, starting with a slash.</param>
    public static SeeOther To(string address) => new(address);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = _address;
        return Task.CompletedTask;
    }
}
