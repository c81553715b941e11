using Vuosikello.Domain;

namespace Vuosikello.Web.Partnerships;

/// <summary>One area, theme or working group on the settings page.</summary>
/// <param name="Municipalities">Of an area, with commas.</param>
public sealed record SettingsItem(string Id, LocalText Name, string? Municipalities = null)
{
    /// <summary>What it belongs to: a working group's theme and partners.</summary>
    public IReadOnlyList<SettingsChoice> Choices { get; init; } = [];
}

/// <summary>What an item may belong to.</summary>
/// <param name="Name">Of the form's field.</param>
/// <param name="Legend">What it is called, in the reader's language.</param>
/// <param name="One">At most one of them.</param>
public sealed record SettingsChoice(string Name, string Legend, IReadOnlyList<(string Value, LocalText Text)> All, IReadOnlyList<string> Chosen, bool One = false);
