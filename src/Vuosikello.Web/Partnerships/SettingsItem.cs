using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Web.Partnerships;

/// <summary>One area, theme, partner or working group on the settings page.</summary>
/// <param name="Municipalities">Of an area, with commas.</param>
/// <param name="Kind">Of a partner.</param>
public sealed record SettingsItem(string Id, LocalText Name, string? Municipalities, PartnerKind? Kind);
