using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partners;

namespace Vuosikello.Web.Partners;

/// <summary>What of the register is shown, as it stands in the address.</summary>
/// <param name="Search">Which partners.</param>
/// <param name="Page">From 1.</param>
public sealed record PartnerRegisterQuery(PartnerSearch Search, int Page)
{
    /// <summary>Partners on a page.</summary>
    public const int PerPage = 50;

    public static PartnerRegisterQuery Parse(IQueryCollection query) => new(
        new PartnerSearch(
            query["q"].ToString().Trim() is var text && text.Length > PartnerSearch.MostCharacters ? text[..PartnerSearch.MostCharacters] : text,
            Values(query, "area", v => new AreaId(v)), Values(query, "theme", v => new ThemeId(v)), Kinds(query), query["stale"] == "1"),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page is > 0 and < 100_000 ? page : 1);

    /// <summary>The address of the same with another page.</summary>
    public string At(PartnershipId partnership, int page)
    {
        List<KeyValuePair<string, string?>> parts =
        [
            new("q", Search.Text),
            .. Search.Areas.Select(a => KeyValuePair.Create("area", (string?)a.Value)),
            .. Search.Themes.Select(t => KeyValuePair.Create("theme", (string?)t.Value)),
            .. Search.Kinds.Select(k => KeyValuePair.Create("kind", (string?)k.ToString())),
        ];
        if (Search.IsStale) parts.Add(new("stale", "1"));
        if (page > 1) parts.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"{PartnerAddresses.All(partnership)}{QueryString.Create(parts.Where(part => part.Value is { Length: > 0 }))}";
    }

    private static ValueList<T> Values<T>(IQueryCollection query, string name, Func<string, T> make) =>
        query[name].Where(v => Slug.IsValid(v)).Distinct(StringComparer.Ordinal).Select(v => make(v!)).ToValueList();

    private static ValueList<PartnerKind> Kinds(IQueryCollection query) =>
        query["kind"].Select(v => Enum.TryParse<PartnerKind>(v, out var kind) && Enum.IsDefined(kind) ? kind : (PartnerKind?)null).OfType<PartnerKind>().Distinct().ToValueList();
}
