using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Past;

/// <summary>Whether a request asks for the past: for a moment, for now, or for something that is no moment of the past.</summary>
/// <param name="Past">Null for now.</param>
/// <param name="Problem">Why what was asked for cannot be shown; the page then shows now, and says so.</param>
public sealed record AskedMoment(PastMoment? Past, Problem? Problem)
{
    /// <summary>The parameter of addresses.</summary>
    public const string Parameter = "at";

    /// <summary>Now.</summary>
    public static AskedMoment Now { get; } = new(null, null);

    /// <summary>What the request's <c>?at=</c> asks for; an empty one asks for now.</summary>
    public static AskedMoment Of(HttpRequest request, IClock clock) => Of(request.Query[Parameter].ToString(), clock.GetCurrentInstant());

    /// <inheritdoc cref="Of(HttpRequest, IClock)" />
    public static AskedMoment Of(string typed, Instant now)
    {
        if (string.IsNullOrWhiteSpace(typed)) return Now;
        if (PastMoment.Read(typed) is not { } moment) return new(null, new Problem(FormProblems.NotAMoment, Parameter, [typed.Trim()]));
        return moment.Instant > now
            ? new(null, new Problem(FormProblems.MomentInFuture, Parameter, [moment.Typed]))
            : new(moment, null);
    }

    /// <summary>The HTTP status of a page that says it.</summary>
    public int Status => Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
