using System.Globalization;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections.History;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.History;

/// <summary>Which part of a history is shown, as it stands in the address.</summary>
/// <param name="Before">Only what is before this position; null for the newest.</param>
/// <param name="Count">Entries on a page.</param>
/// <param name="Typed">The fields as they were typed.</param>
/// <param name="Problems">What of them could not be read; it does not narrow the history.</param>
public sealed record HistoryQuery(HistoryFilter Filter, Position? Before, int Count, FormValues Typed, IReadOnlyList<Problem> Problems)
{
    public const int Usual = 50;

    /// <summary>The most entries that one request may ask for: enough to print a year of a small partnership.</summary>
    public const int Most = 500;

    /// <summary>The most that one request of the public may ask for.</summary>
    public const int MostForPublic = 100;

    /// <summary>The most that the reader may ask for.</summary>
    public static int MostFor(bool toMember) => toMember ? Most : MostForPublic;

    private static readonly string[] Fields = ["from", "to", "kind", "partner", "member", "stream"];

    /// <param name="listener">The public is told what is public, and cannot ask what one person did.</param>
    public static HistoryQuery Parse(IQueryCollection query, Listener listener)
    {
        var typed = FormValues.Of(query);
        var reader = new FormReader(typed);
        var filter = new HistoryFilter
        {
            ToMember = listener.IsMember,
            Sight = listener.Sight,
            From = Day(reader, "from"),
            To = Day(reader, "to"),
            Partner = reader.Optional("partner") is { } partner ? new PartnerId(partner) : null,
            Member = listener.IsMember ? Member(reader) : null,
            Stream = reader.Optional("stream") is { } stream ? new StreamName(stream) : null,
        };
        if (reader.Optional("kind") is { } kind)
        {
            filter = filter with { Kind = HistoryKinds.Kind(kind), Event = HistoryKinds.Event(kind) };
            if (filter is { Kind: null, Event: null }) reader.Refuse(FormProblems.NotAChoice, "kind", kind);
        }
        if (filter is { From: { } from, To: { } to } && from > to) reader.Refuse(FormProblems.WrongWayRound, "to", FormText.Iso(from), FormText.Iso(to));
        var before = Number(reader, "before") is { } position ? new Position(position) : (Position?)null;
        return new(filter, before, (int)Math.Clamp(Number(reader, "count") ?? Usual, 1, MostFor(listener.IsMember)), typed, reader.Problems);
    }

    public bool Narrows => Filter with { Stream = null, ToMember = false, Sight = default } != HistoryFilter.None;

    /// <summary>The same with another place to begin at, as a query string with its question mark; empty when nothing is asked for.</summary>
    public string From(Position? before)
    {
        var parts = Fields.Select(field => KeyValuePair.Create(field, Typed[field])).Where(p => p.Value.Length > 0).ToList();
        if (Count != Usual) parts.Add(new("count", Count.ToString(CultureInfo.InvariantCulture)));
        if (before is { } position) parts.Add(new("before", position.ToString()));
        return QueryString.Create(parts.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).ToString();
    }

    private static LocalDate? Day(FormReader reader, string field) => reader.Optional(field) is { } typed ? reader.DateOf(typed, field) : null;

    private static MemberId? Member(FormReader reader)
    {
        if (reader.Optional("member") is not { } typed) return null;
        if (Guid.TryParse(typed, out var member)) return new(member);
        reader.Refuse(FormProblems.NotAChoice, "member", typed);
        return null;
    }

    private static long? Number(FormReader reader, string field)
    {
        if (reader.Optional(field) is not { } typed) return null;
        if (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return number;
        reader.Refuse(FormProblems.NotANumber, field, typed);
        return null;
    }
}
