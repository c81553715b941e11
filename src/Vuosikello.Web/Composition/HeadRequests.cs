namespace Vuosikello.Web.Composition;

/// <summary>
/// HEAD is answered wherever GET is (RFC 9110 section 9.3.2): the request goes on as a GET, and the web server, which still knows
/// better, sends the head alone.
/// </summary>
public static class HeadRequests
{
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
