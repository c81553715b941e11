using System.Text.Json.Nodes;
using Vuosikello.Commands.Aggregates;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;

namespace Vuosikello.Commands.Import;

/// <summary>What a step may take from the aggregate that it is about.</summary>
/// <param name="Version">Of its last event; -1 of one that is not there yet.</param>
/// <param name="Hash">Of the version that lies before the parties, or of the draft of the rules; null when there is none.</param>
/// <param name="RulesHash">Of the working rules in force; null when none were adopted.</param>
/// <param name="HasStep">The step was told before, here or by another server: what it said then stands.</param>
internal sealed record StoryAggregate(long Version, string? Hash, string? RulesHash, bool HasStep);

/// <summary>Loads what the steps of a story refer to without knowing it: versions to base an edit on, hashes to sign.</summary>
internal sealed class StoryAggregates(AggregateMemory memory)
{
    /// <param name="partnership">The story's.</param>
    /// <param name="fields">A command's, with its <c>agreement</c> or <c>round</c> when it is about one; else it is about the rules.</param>
    /// <param name="step">The id of the step's command.</param>
    /// <param name="ct">Stops the loading.</param>
    public async ValueTask<StoryAggregate> Of(PartnershipId partnership, JsonObject fields, CommandId step, CancellationToken ct)
    {
        var text = memory.Of<WorkingRules>(Streams.OfRules(partnership));
        var rules = await text.Fresh(ct);
        string? adopted = rules.State?.InForce?.Hash;
        if (SlugIn(fields, "agreement") is { } agreement)
        {
            var known = memory.Of<Agreement>(Streams.Of(new AgreementId(partnership, agreement)));
            var loaded = await known.Fresh(ct);
            return new(loaded.Version, loaded.State?.Open?.Hash, adopted, known.HasDone(step, out _));
        }
        if (SlugIn(fields, "round") is { } round)
        {
            var known = memory.Of<CommentRound>(Streams.Of(new RoundId(partnership, round)));
            var loaded = await known.Fresh(ct);
            return new(loaded.Version, null, adopted, known.HasDone(step, out _));
        }
        return new(rules.Version, rules.State?.Freeze().Hash, adopted, text.HasDone(step, out _));
    }

    private static string? SlugIn(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue(out string? id) ? id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..] : null;
}
