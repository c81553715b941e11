using Microsoft.Net.Http.Headers;

namespace Vuosikello.Web.Printing;

/// <summary>A PDF over HTTP, shown by the browser and saved under a name of its own. Names outside ASCII are written as RFC 6266 says.</summary>
internal sealed class PdfAnswer(byte[] pdf, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{name}.pdf");
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(pdf, "application/pdf").ExecuteAsync(httpContext);
    }
}
