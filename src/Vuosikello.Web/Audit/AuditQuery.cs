using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Audit;

/// <summary>Which part of the audit trail is shown, as it stands in the address.</summary>
/// <param name="Kind">The name of a kind; null for all.</param>
/// <param name="Person">An id, or part of a name; null for anybody.</param>
/// <param name="From">The first day, in Helsinki; null for no first.</param>
/// <param name="To">The last day, in Helsinki; null for no last.</param>
/// <param name="Page">1 is the newest.</param>
/// <param name="Typed">The fields as they were typed.</param>
/// <param name="Problems">What of them could not be read.</param>
public sealed record AuditQuery(string? Kind, string? Person, LocalDate? From, LocalDate? To, int Page, FormValues Typed, IReadOnlyList<Problem> Problems)
{
    /// <summary>Entries on a page.</summary>
    public const int Length = 50;

    /// <summary>Whoever wants to see older ones says of which days.</summary>
    public const int MostPages = 100;

    private static readonly string[] Fields = ["kind", "person", "from", "to"];
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];

    public static AuditQuery Parse(IQueryCollection query)
    {
        var typed = FormValues.Of(query);
        var reader = new FormReader(typed);
        string? kind = reader.Optional("kind");
        if (kind is not null && !AuditWords.Kinds.Contains(kind)) reader.Refuse(FormProblems.NotAChoice, "kind", kind);
        var (from, to) = (Day(reader, "from"), Day(reader, "to"));
        if (from > to) reader.Refuse(FormProblems.WrongWayRound, "to", FormText.Iso(from.Value), FormText.Iso(to!.Value));
        int page = int.TryParse(typed["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, MostPages) : 1;
        return new(kind, reader.Optional("person"), from, to, page, typed, reader.Problems);
    }

    public bool Narrows => (Kind, Person, From, To) != (null, null, null, null);

    /// <summary>The beginning of the first day; null for none.</summary>
    public Instant? Begins => From?.AtStartOfDayInZone(Helsinki).ToInstant();

    /// <summary>The end of the last day; null for none.</summary>
    public Instant? Ends => To?.PlusDays(1).AtStartOfDayInZone(Helsinki).ToInstant();

    /// <summary>The same on another page, as a query string with its question mark; empty when nothing is asked for.</summary>
    public string On(int page)
    {
        var parts = Fields.Select(field => KeyValuePair.Create(field, (string?)Typed[field])).Where(p => p.Value!.Length > 0).ToList();
        if (page > 1) parts.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return QueryString.Create(parts).ToString();
    }

    private static LocalDate? Day(FormReader reader, string field) => reader.Optional(field) is { } typed ? reader.DateOf(typed, field) : null;
}
