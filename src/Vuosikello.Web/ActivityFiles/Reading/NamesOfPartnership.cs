using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>Areas, themes and partners by their short name or by what they are called in any language, however it is spelled.</summary>
public sealed class NamesOfPartnership(Partnership partnership)
{
    public KnownNames<AreaId> Areas { get; } = new(partnership.Areas.Values.Select(a => (a.Id, a.Id.Value, a.Name)));
    public KnownNames<ThemeId> Themes { get; } = new(partnership.Themes.Values.Select(t => (t.Id, t.Id.Value, t.Name)));
    public KnownNames<PartnerId> Partners { get; } = new(partnership.Partners.Values.Select(p => (p.Id, p.Id.Value, p.Name)));
}

/// <summary>Things by their names.</summary>
public sealed class KnownNames<TId> where TId : struct
{
    private readonly Dictionary<string, TId> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<LocalText> _called = [];
    private readonly Dictionary<string, string> _nearest = new(StringComparer.Ordinal);

    /// <summary>Names that are none are looked for among all that are; of a file full of them the first must do.</summary>
    private const int MostNearest = 100;
    private const int MostParts = 100;
    private const int MostListed = 8;

    public KnownNames(IEnumerable<(TId Id, string Slug, LocalText Name)> all)
    {
        foreach (var (id, slug, name) in all)
        {
            _byName[Folded.Key(slug)] = id;
            _called.Add(name);
            foreach (string? called in (ReadOnlySpan<string?>)[name.Fi, name.Sv, name.En])
            {
                if (called is null) continue;
                _byName.TryAdd(Folded.Key(called), id);
                _names.Add(called);
            }
        }
    }

    public TId? Find(string text) => _byName.TryGetValue(Folded.Key(text), out var id) ? id : null;

    /// <summary>Some of the names there are, in the language of the request, for whoever wrote none of them.</summary>
    public string Some => string.Join(", ", _called.Take(MostListed).Select(name => name.In(LanguageSetup.Current))) + (_called.Count > MostListed ? ", …" : "");

    /// <summary>The name that a text may have meant; empty where none is near, or too many were looked for.</summary>
    public string Nearest(string text)
    {
        if (_nearest.TryGetValue(text, out string? known)) return known;
        return _nearest.Count < MostNearest ? _nearest[text] = Folded.Nearest(text, _names) ?? "" : "";
    }

    /// <summary>Several names in one cell: between semicolons, bars or lines, or between commas where no name has one.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="unknown">The names that are none.</param>
    public ValueList<TId> All(string cell, out IReadOnlyList<string> unknown)
    {
        var (found, missing) = (new List<TId>(), new List<string>());
        foreach (string part in Parts(cell))
        {
            if (Find(part) is not { } id) missing.Add(part);
            else if (!found.Contains(id)) found.Add(id);
        }
        unknown = missing;
        return found.ToValueList();
    }

    private IEnumerable<string> Parts(string cell)
    {
        const StringSplitOptions tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return cell.Split([';', '|', '\n'], tidy).SelectMany(part => Find(part) is not null ? [part] : part.Split(',', tidy)).Take(MostParts);
    }
}
