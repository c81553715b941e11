using Vuosikello.Web.Layout;

namespace Vuosikello.Web;

/// <summary>After a form was carried out the browser gets the page by itself, so that a reload sends nothing again (303).</summary>
public sealed class SeeOther : IResult
{
    private readonly string _address;
    private readonly string? _done;

    private SeeOther(string address, string? done) => (_address, _done) = (address, done);

    /// <param name="address">An address on this server, starting with a slash.</param>
    /// <param name="done">What was done, one of <see cref="DoneCodes"/>: the page there says it, once.</param>
    public static SeeOther To(string address, string? done = null) => new(address, done);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_done is not null) DoneNote.Leave(httpContext, _done);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = _address;
        return Task.CompletedTask;
    }
}
