using System.Collections;
using System.Collections.Immutable;

namespace Vuosikello.Domain.Partnerships;

/// <summary>
/// What areas, themes, partners and working groups were called that are no longer there: activities, agreements and the history still name
/// them. Immutable and equal by value.
/// </summary>
public sealed class FormerNames : IReadOnlyCollection<KeyValuePair<string, LocalText>>, IEquatable<FormerNames>
{
    private readonly ImmutableSortedDictionary<string, LocalText> _names;

    private FormerNames(ImmutableSortedDictionary<string, LocalText> names) => _names = names;

    public static FormerNames None { get; } = new(ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal));

    public int Count => _names.Count;

    /// <summary>Null for one that was never removed.</summary>
    public LocalText? Of(AreaId area) => _names.GetValueOrDefault(Key(area));

    /// <inheritdoc cref="Of(AreaId)" />
    public LocalText? Of(ThemeId theme) => _names.GetValueOrDefault(Key(theme));

    /// <inheritdoc cref="Of(AreaId)" />
    public LocalText? Of(PartnerId partner) => _names.GetValueOrDefault(Key(partner));

    /// <inheritdoc cref="Of(AreaId)" />
    public LocalText? Of(WorkingGroupId group) => _names.GetValueOrDefault(Key(group));

    /// <summary>From what <see cref="GetEnumerator"/> gave out.</summary>
    public static FormerNames From(IEnumerable<KeyValuePair<string, LocalText>> names) => new(None._names.AddRange(names));

    public bool Equals(FormerNames? other) => other is not null && _names.SequenceEqual(other._names);
    public override bool Equals(object? obj) => Equals(obj as FormerNames);
    public override int GetHashCode() => _names.Count;
    public IEnumerator<KeyValuePair<string, LocalText>> GetEnumerator() => _names.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal FormerNames With(Area? gone) => gone is null ? this : With(Key(gone.Id), gone.Name);
    internal FormerNames With(Theme? gone) => gone is null ? this : With(Key(gone.Id), gone.Name);
    internal FormerNames With(Partner? gone) => gone is null ? this : With(Key(gone.Id), gone.Name);
    internal FormerNames With(WorkingGroup? gone) => gone is null ? this : With(Key(gone.Id), gone.Name);

    private FormerNames With(string key, LocalText name) => new(_names.SetItem(key, name));

    private static string Key(AreaId area) => $"area/{area}";
    private static string Key(ThemeId theme) => $"theme/{theme}";
    private static string Key(PartnerId partner) => $"partner/{partner}";
    private static string Key(WorkingGroupId group) => $"group/{group}";
}
