using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Web.Reviews;

/// <summary>
/// What a remark is tied to as addresses and forms have it: <c>activity-…@3</c> the event with that number of a stream,
/// <c>rules-kuuma-seutu!2026.2</c> a version, <c>rules-kuuma-seutu!2026.2!{clause}</c> a clause in a version.
/// </summary>
public static class RemarkSubjectText
{
    public static string Write(RemarkSubject subject)
    {
        string stream = RemarkSubjects.StreamOf(subject).Value;
        if (subject.Event is { } number) return string.Create(CultureInfo.InvariantCulture, $"{stream}@{number}");
        return subject.Clause is { } clause ? $"{stream}!{subject.Version}!{clause}" : $"{stream}!{subject.Version}";
    }

    /// <returns>Null for what is no such text; whether there is such a thing is another question.</returns>
    public static RemarkSubject? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Split('@') is [var stream, var number])
            return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long version) ? RemarkSubjects.Of(new StreamName(stream), version) : null;
        return text.Split('!') switch
        {
            [var document, { Length: > 0 } version] => RemarkSubjects.Of(new StreamName(document)) is { } whole ? whole with { Version = version } : null,
            [var document, var version, var clause] when Guid.TryParse(clause, out var id) =>
                RemarkSubjects.Of(new StreamName(document)) is { } part ? part with { Version = version.Length > 0 ? version : null, Clause = new ClauseId(id) } : null,
            _ => null,
        };
    }
}
