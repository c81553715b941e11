using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>Which names that stand in activities' events are others than before.</summary>
internal sealed class Renamed
{
    private static readonly Renamed Nothing = new(themes: false, partners: []);
    private readonly bool _themes;
    private readonly HashSet<PartnerId> _partners;

    private Renamed(bool themes, HashSet<PartnerId> partners) => (_themes, _partners) = (themes, partners);

    public static Renamed Between(Partnership? before, Partnership after)
    {
        if (before is null || ReferenceEquals(before, after)) return Nothing;
        var partners = ReferenceEquals(before.Partners, after.Partners)
            ? []
            : before.Partners.Keys.Union(after.Partners.Keys, StringComparer.Ordinal).Where(id => Name(before, id) != Name(after, id)).Select(id => new PartnerId(id));
        return new(!ReferenceEquals(before.Themes, after.Themes), [.. partners]);
    }

    /// <summary>Whether an activity's event says another name now. One more theme may change the colours of all.</summary>
    public bool Touches(ActivityDetails details) =>
        (_themes && details.Themes.Count > 0)
        || (_partners.Count > 0 && ((details.Responsible?.Partner is { } responsible && _partners.Contains(responsible)) || details.Participants.Any(_partners.Contains)));

    private static LocalText? Name(Partnership partnership, string partner) => partnership.Partners.GetValueOrDefault(partner)?.Name;
}
