using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>Every way in which the API says no: problem details by RFC 9457, in the language of the request.</summary>
public sealed class ApiProblems(Texts texts, IStringLocalizer<ApiTexts> api, IMemberNames names)
{
    public const string TypePrefix = "urn:vuosikello:problem:";

    public IResult SignInFirst() => Of(StatusCodes.Status401Unauthorized, "not-signed-in", Api("NotSignedIn"));

    /// <summary>A token that is none, has expired or was ended; see RFC 6750 section 3.1.</summary>
    public IResult WrongToken() => Of(StatusCodes.Status401Unauthorized, "wrong-token", Api("WrongToken"));

    public IResult TooManyRequests() => Of(StatusCodes.Status429TooManyRequests, "too-many-requests", Api("TooManyRequests"));

    public IResult Forbidden(Problem problem) => Of(StatusCodes.Status403Forbidden, problem.Code, texts.Of(problem));

    public IResult MembersOnly() => Of(StatusCodes.Status403Forbidden, "members-only", Api("MembersOnly"));

    public IResult NotFound(Problem problem) => Of(StatusCodes.Status404NotFound, problem.Code, texts.Of(problem));

    public IResult NotFound() => Of(StatusCodes.Status404NotFound, "not-found", Api("NotFound"));

    public IResult VersionMissing() => Of(StatusCodes.Status428PreconditionRequired, "if-match-missing", Api("IfMatchMissing"));

    public IResult BadHeader(string header, string value) =>
        Of(StatusCodes.Status400BadRequest, "header-malformed", Api("HeaderMalformed", header, value));

    /// <summary>The address asks for what cannot be.</summary>
    public IResult BadRequest(Problem problem) => Of(StatusCodes.Status400BadRequest, problem.Code, texts.Of(problem));

    /// <param name="why">In the language of the request.</param>
    public IResult BadHash(string why) => Of(StatusCodes.Status400BadRequest, "head-malformed", why);

    public IResult NotJson() => Of(StatusCodes.Status415UnsupportedMediaType, "not-json", Api("NotJson"));

    public IResult NotAFile() => Of(StatusCodes.Status415UnsupportedMediaType, "not-a-file", texts.Import["NotAFile"]);

    /// <param name="why">In the language of the request.</param>
    public IResult FileRefused(string why) => Of(StatusCodes.Status422UnprocessableEntity, "file-refused", why);

    /// <param name="line">1 is the first; null when it is not known.</param>
    /// <param name="column">In bytes; 1 is the first.</param>
    public IResult Malformed(string? path, long? line, long? column, string reason) => Of(
        StatusCodes.Status400BadRequest, "malformed-json", line is null ? Api("Malformed") : Api("MalformedAt", line, column ?? 1),
        new() { ["path"] = path, ["line"] = line, ["column"] = column, ["reason"] = reason });

    public IResult Refused(IEnumerable<Problem> problems) => Of(
        StatusCodes.Status422UnprocessableEntity, "refused", Api("Refused"),
        new() { ["errors"] = problems.Select(p => new FieldError(p.Field, p.Code, texts.Of(p))).ToArray() });

    public IResult Clashed(long version, IEnumerable<Clash> clashes) => Of(
        StatusCodes.Status409Conflict, "clash", Api("Clash"),
        new() { ["version"] = version, ["clashes"] = clashes.Select(Resource).ToArray() });

    public IResult TryAgain(Problem problem, HttpContext http)
    {
        http.Response.Headers.RetryAfter = problem.Code == CommandProblems.ReadOnlyForNow ? Errors.StoreAway.RetryAfter.ToString(CultureInfo.InvariantCulture) : "1";
        return Of(StatusCodes.Status503ServiceUnavailable, problem.Code, texts.Of(problem));
    }

    /// <summary>What only the log itself tells cannot be read now.</summary>
    public IResult LogAway() => Of(StatusCodes.Status503ServiceUnavailable, "log-away", Api("LogAway"));

    public IResult PastBusy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = Past.PastBusy.Seconds;
        return Of(StatusCodes.Status503ServiceUnavailable, "past-busy", Api("PastBusy"));
    }

    private ClashResource Resource(Clash clash) => new(
        clash.Field, clash.Yours, clash.Theirs, clash.Version,
        new StampResource(clash.Stamp.By.Value, names.NameOf(clash.Stamp.By, LanguageSetup.Current), clash.Stamp.For?.Value, clash.Stamp.At.ToString()));

    private string Api(string key, params object?[] arguments) => api[key, arguments!];

    private IResult Of(int status, string type, string detail, Dictionary<string, object?>? more = null) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Type = TypePrefix + type, Title = Api($"Title{status}"), Detail = detail, Extensions = more ?? [] });
}

/// <param name="Field">The wrong field by its API name; empty when it is the whole.</param>
/// <param name="Message">In the language of the request.</param>
public sealed record FieldError(string Field, string Code, string Message);

/// <param name="Yours">What you wanted; of the field's type.</param>
/// <param name="Theirs">What stands now; of the field's type.</param>
/// <param name="Version">The version in which it came to stand.</param>
public sealed record ClashResource(string Field, object? Yours, object? Theirs, long Version, StampResource Changed);
