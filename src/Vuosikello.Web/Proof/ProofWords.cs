using Microsoft.Extensions.Localization;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Events.Proof;

namespace Vuosikello.Web.Proof;

/// <summary>What a check found, as sentences in the reader's language.</summary>
/// <param name="texts">Of the check.</param>
/// <param name="history">What kinds of things and of events are called.</param>
/// <param name="export">The checked file, which names things itself; null for a log, of which kinds are named.</param>
public sealed class ProofWords(IStringLocalizer texts, IStringLocalizer history, Export? export)
{
    /// <summary>Which event does not fit, and why.</summary>
    public string Of(Misfit misfit) => $"{Which(misfit)} {Why(misfit)} {Where(misfit)}";

    /// <summary>What a stream is about: its kind, and its title as the file tells it; a stream of no known kind by its name.</summary>
    public string Of(StreamName stream) => RemarkSubjects.Of(stream) is not { Kind: var kind, Id: var id } ? stream.Value
        : ExportedNames.TitleOf(Find(stream)) is { } title ? texts["Titled", Kind(kind), title]
        : $"{Kind(kind)} {id}";

    /// <summary>All that there is to say of a checked file.</summary>
    public IEnumerable<string> Of(ProofAnswer answer)
    {
        if (answer.Findings.First is { } misfit)
        {
            yield return Which(misfit);
            yield return Why(misfit);
            yield break;
        }
        yield return texts["Fits", answer.Findings.Events];
        if (answer.Noted is { } noted) yield return OfNoted(noted, answer.Findings.Noted);
    }

    /// <summary>What became of the hash that somebody noted.</summary>
    public string OfNoted(EventHash noted, ChainHead? found) =>
        found is { } head ? texts["NotedFound", Of(head.Stream), head.Version] : texts["NotedMissing", noted];

    private string Which(Misfit misfit) => texts["Misfit", Of(misfit.Stream), misfit.Version, What(misfit)];

    /// <summary>Under which names programs find the event.</summary>
    public string Where(Misfit misfit) => texts["StoredAs", misfit.Stream, misfit.Version, misfit.Type];

    private string Why(Misfit misfit) => texts[$"Misfit.{misfit.Reason}", misfit.Expected];

    /// <summary>What happened, and for a party's act which party and which version; an event that programs do not know by its stored name.</summary>
    private string What(Misfit misfit)
    {
        if (!EventTypes.All.TryGetValue(misfit.Type, out var type)) return misfit.Type;
        string happened = history[$"Event.{type.Name}"];
        return ExportedNames.VersionOf(Find(misfit.Stream), misfit.Version) switch
        {
            (int number, null) => texts["OfVersion", happened, number],
            (int number, { } party) => texts["OfParty", happened, number, party],
            _ => happened,
        };
    }

    private string Kind(SubjectKind kind) => history[$"Kind.{kind}"];

    private ExportedStream? Find(StreamName stream) => export?.Streams.FirstOrDefault(s => s.Head.Stream == stream);
}
