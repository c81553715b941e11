using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;

namespace Vuosikello.Web.History;

/// <summary>What the filter by kind takes in addresses: <c>agreement</c> for all about agreements, <c>agreement-signed</c> for one kind of event.</summary>
public static class HistoryKinds
{
    private static readonly Dictionary<string, SubjectKind> ByName = Enum.GetValues<SubjectKind>().ToDictionary(kind => NameOf(kind), StringComparer.Ordinal);

    private static readonly Dictionary<string, Type> Events = EventTypes.All.Where(pair => Audiences.Of(pair.Value) != Audience.Nobody).ToDictionary(pair => Unversioned(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> Names = Events.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every kind of event with the name that addresses use, by the kind of what it is about.</summary>
    public static ILookup<SubjectKind, (string Name, Type Event)> All { get; } =
        Events.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToLookup(pair => About(pair.Value));

    public static SubjectKind? Kind(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    public static Type? Event(string name) => Events.GetValueOrDefault(name);

    /// <summary>The name of a kind of event, such as <c>agreement-signed</c>.</summary>
    public static string NameOf(Type happened) => Names[happened];

    /// <summary>The name of a kind of subject, such as <c>agreement</c>.</summary>
    public static string NameOf(SubjectKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static string Unversioned(string stored) => stored[..stored.LastIndexOf('.')];

    // The events of an aggregate stand in its folder.
    private static SubjectKind About(Type happened) => happened.Namespace![(happened.Namespace!.LastIndexOf('.') + 1)..] switch
    {
        "Partnerships" => SubjectKind.Partnership,
        "AnnualCycles" => SubjectKind.AnnualCycle,
        "Activities" => SubjectKind.Activity,
        "Rules" => SubjectKind.WorkingRules,
        "Agreements" => SubjectKind.Agreement,
        "CommentRounds" => SubjectKind.CommentRound,
        "SteeringReviews" => SubjectKind.SteeringReview,
        "PremisesRegisters" => SubjectKind.PremisesRegister,
        "Memberships" => SubjectKind.MemberList,
        var folder => throw new InvalidOperationException($"No kind of subject is known for the events of {folder}."),
    };
}
