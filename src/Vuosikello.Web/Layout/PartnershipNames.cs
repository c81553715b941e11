using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Web.Layout;

/// <summary>Names by id; what was removed from the partnership since keeps the name it had.</summary>
public static class PartnershipNames
{
    public static LocalText NameOf(this Partnership partnership, AreaId area) =>
        partnership.Areas.TryGetValue(area.Value, out var found) ? found.Name : partnership.Former.Of(area) ?? new LocalText(area.Value);

    public static LocalText NameOf(this Partnership partnership, ThemeId theme) =>
        partnership.Themes.TryGetValue(theme.Value, out var found) ? found.Name : partnership.Former.Of(theme) ?? new LocalText(theme.Value);

    public static LocalText NameOf(this Partnership partnership, PartnerId partner) =>
        partnership.Partners.TryGetValue(partner.Value, out var found) ? found.Name : partnership.Former.Of(partner) ?? new LocalText(partner.Value);

    public static LocalText NameOf(this Partnership partnership, WorkingGroupId group) =>
        partnership.WorkingGroups.TryGetValue(group.Value, out var found) ? found.Name : partnership.Former.Of(group) ?? new LocalText(group.Value);
}
