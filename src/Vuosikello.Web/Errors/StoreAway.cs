using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Events;
using Vuosikello.Web.Api;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Errors;

/// <summary>
/// What is answered when something needed the event log itself (the history, an export, a page as it was) and the log did not answer:
/// 503 with <c>Retry-After</c> (RFC 9110, section 10.2.3). A form of a command comes back with all that it had, to be sent again as it was;
/// no cache keeps any of it: whatever an exception handler answers is <c>no-store</c>.
/// </summary>
internal static partial class StoreAway
{
    /// <summary>After so many seconds one may ask again.</summary>
    public const int RetryAfter = 5;

    public static async Task Show(HttpContext http, StoreUnavailableException away)
    {
        NotRead(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreAway)), away.Message);
        http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        if (!ErrorPages.WantsPage(http)) await http.RequestServices.GetRequiredService<ApiProblems>().LogAway().ExecuteAsync(http);
        else await new RazorComponentResult<StoreAwayPage>(new { Sent = Sent(http.Request) }) { StatusCode = StatusCodes.Status503ServiceUnavailable }.ExecuteAsync(http);
    }

    /// <summary>
    /// The fields of the form that was sent; null for a file, which only its owner can send again, and for what carries no command's id. Such a form
    /// might do something twice when it is sent twice, and those of signing in hold codes and addresses that no page is to repeat.
    /// </summary>
    private static FormValues? Sent(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form is { Files.Count: 0 } form && Guid.TryParse(form["command"], out _)
            ? FormValues.Of(form) : null;

    [LoggerMessage(LogLevel.Warning, "A page or an answer could not be given, for the event log did not answer: {Reason}")]
    private static partial void NotRead(ILogger log, string reason);
}
