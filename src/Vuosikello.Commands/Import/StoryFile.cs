using System.Text.Json.Nodes;

namespace Vuosikello.Commands.Import;

/// <summary>
/// What people did in a partnership, as the commands that they gave, each with its date: <c>docs/import.md</c> describes it.
/// </summary>
internal sealed record StoryFile
{
    public required string Partnership { get; init; }

    /// <summary>For readers of the file only.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who does something in it, by the name that the steps use.</summary>
    public required IReadOnlyDictionary<string, StoryPerson> People { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<StoryStep> Steps { get; init; }

    /// <exception cref="FormatException">Nobody has that name.</exception>
    public StoryPerson Who(string name) =>
        name == "system" ? new StoryPerson(SystemMember.Id.Value)
        : People.TryGetValue(name, out var person) ? person
        : throw new FormatException($"Nobody in the story is called \"{name}\".");

    /// <inheritdoc cref="ImportFormat.Read" path="/exception" />
    public static StoryFile Read(ReadOnlySpan<byte> json) => ImportFormat.Read<StoryFile>(json);
}

/// <param name="Id">Of the member.</param>
/// <param name="For">The organisation that the person acts for; null for the partnership itself.</param>
internal sealed record StoryPerson(Guid Id, string? For = null);

/// <param name="At">When the command was given: see <see cref="StoryTimes"/>.</param>
/// <param name="By">One of the people, or <c>system</c>: what time brought about.</param>
/// <param name="Give">The command, such as <c>adopt-rules</c>.</param>
/// <param name="What">Its fields as the API has them; see <see cref="StoryCommands"/>.</param>
/// <param name="Key">Tells apart two steps of one person in one minute by one command.</param>
internal sealed record StoryStep(string At, string By, string Give, JsonObject What, string? Key = null);
