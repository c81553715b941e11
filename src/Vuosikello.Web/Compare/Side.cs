using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Past;

namespace Vuosikello.Web.Compare;

/// <summary>One side of a comparison as it stands in an address: a version, a moment of the past, or now (a document's draft).</summary>
/// <param name="Asked">As addresses have it.</param>
/// <param name="Version">One of the thing's versions; null for a moment or now.</param>
/// <param name="Moment">Null for a version or now.</param>
public sealed record Side(string Asked, string? Version, PastMoment? Moment)
{
    public const string NowText = "now";

    public static Side Now { get; } = new(NowText, null, null);

    /// <summary>Reads what an address asks for.</summary>
    /// <param name="asked">A version, a date and time in Helsinki, or <c>now</c>.</param>
    /// <param name="versions">The versions that the thing has.</param>
    /// <param name="now">The present.</param>
    /// <param name="problems">Takes why it cannot be read; then the side is now.</param>
    public static Side Read(string asked, IReadOnlyList<string> versions, Instant now, List<Problem> problems)
    {
        asked = asked.Trim();
        if (asked is NowText) return Now;
        if (versions.Contains(asked, StringComparer.Ordinal)) return new(asked, asked, null);
        var moment = AskedMoment.Of(asked, now);
        if (moment.Past is { } past) return new(past.Text, null, past);
        problems.Add(versions.Count > 0 && moment.Problem?.Code == FormProblems.NotAMoment ? new Problem(FormProblems.NotAVersion, "from", [asked]) : moment.Problem ?? new Problem(FormProblems.NotAMoment, "from", [asked]));
        return Now;
    }
}
