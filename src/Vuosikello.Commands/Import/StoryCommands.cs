using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediatR;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Events.Json;

namespace Vuosikello.Commands.Import;

/// <summary>
/// Makes a step's command of its JSON. A text that begins with <c>#</c> stands for the id that follows from the name behind it,
/// one that begins with <c>@</c> for a time (<see cref="StoryTimes"/>), <c>~2009/tyopaja-1</c> for an activity of the import file and
/// <c>~2009/tyopaja-1&gt;2010</c> for what it became in a later year; <c>$version</c>, <c>$hash</c> and <c>$rules-hash</c> for what
/// the aggregate has when the step is told. <c>##</c> and <c>@@</c> are the characters themselves.
/// </summary>
internal sealed partial class StoryCommands(StoryAggregates aggregates)
{
    private static readonly Guid Names = new("7f3d9c52-1d0a-4b6e-8a55-6f0b7d3e4a03");

    /// <summary>Stands for the hash of a step that was told before, when its version lies before nobody any more: the first telling counts.</summary>
    private static readonly string NoMatter = new('0', 64);

    private static readonly FrozenDictionary<string, Type> ByName =
        Rights.Commands.ToFrozenDictionary(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name), StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Options = DomainOptions();

    /// <summary>A <see cref="Commands.Send{TCommand}"/> of the step's command.</summary>
    /// <exception cref="FormatException">There is no such command, or a time that is none.</exception>
    /// <exception cref="JsonException">The fields are not the command's.</exception>
    public async ValueTask<IRequest<Outcome>> Send(PartnershipId partnership, StoryStep step, Stamp stamp, StoryTimes times, CancellationToken ct)
    {
        if (!ByName.TryGetValue(step.Give, out var type)) throw new FormatException($"There is no command \"{step.Give}\".");
        var fields = (JsonObject)step.What.DeepClone();
        if (type.GetConstructors()[0].GetParameters().Any(parameter => parameter.Name == "Partnership")) fields["partnership"] ??= partnership.Value;
        var current = await aggregates.Of(partnership, fields, stamp.Command, ct);
        var written = Written(partnership, fields, times, current);
        object command = written.Deserialize(type, Options) ?? throw new JsonException("A command has fields.");
        return (IRequest<Outcome>)Activator.CreateInstance(typeof(Send<>).MakeGenericType(type), command, stamp)!;
    }

    private static JsonNode? Written(PartnershipId partnership, JsonNode? node, StoryTimes times, StoryAggregate current) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Written(partnership, field.Value, times, current)))),
        JsonArray items => new JsonArray([.. items.Select(item => Written(partnership, item, times, current))]),
        JsonValue value when value.TryGetValue(out string? text) => Written(partnership, text, times, current),
        _ => node?.DeepClone(),
    };

    private static JsonNode Written(PartnershipId partnership, string text, StoryTimes times, StoryAggregate current) => text switch
    {
        "$version" => current.Version,
        "$hash" => current.Hash ?? (current.HasStep ? NoMatter : null) ?? throw new FormatException("$hash stands only where there is a version to approve or sign."),
        "$rules-hash" => current.RulesHash ?? throw new FormatException("$rules-hash stands only after working rules were adopted."),
        ['#', '#', ..] or ['@', '@', ..] => text[1..],
        ['#', ..] => DeterministicGuid.Create(Names, $"{partnership}/{text[1..]}"),
        ['@', ..] => times.Value(text[1..]),
        ['~', ..] => Activity(partnership, text[1..], times).Value,
        _ => text,
    };

    private static ActivityId Activity(PartnershipId partnership, string text, StoryTimes times)
    {
        var parts = Place().Match(text);
        if (!parts.Success) throw new FormatException($"\"~{text}\" is no activity: write ~2009/key or ~2009/key>2010.");
        var source = ImportIds.Activity(new CycleId(partnership, int.Parse(parts.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)), parts.Groups["key"].Value);
        string later = parts.Groups["later"].Value;
        return later.Length == 0 ? source
            : RollForward.ActivityIn(later == "running" ? times.RunningYear : int.Parse(later, CultureInfo.InvariantCulture), source);
    }

    [GeneratedRegex(@"^(?<year>\d{4})/(?<key>[a-z0-9-]+)(>(?<later>\d{4}|running))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    private static JsonSerializerOptions DomainOptions()
    {
        var options = new JsonSerializerOptions();
        DomainJson.Configure(options);
        // a story leaves out what a command may be without
        options.RespectRequiredConstructorParameters = false;
        return options;
    }
}
