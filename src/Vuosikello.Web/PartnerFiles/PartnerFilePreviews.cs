using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>Compares a table with the register: the decision without the append, so that what cannot be is told before anything happens.</summary>
public sealed class PartnerFilePreviews(ContactPersons contacts, Texts texts, IClock clock)
{
    public async Task<PartnerFilePreview> Make(PartnershipView partnership, byte[] file, CancellationToken ct)
    {
        var reading = PartnerFileReading.Of(file);
        if (reading.Wrong is var (code, arguments)) return new([], [], texts.Import[$"Note.{code}", arguments]);
        var persons = await contacts.Of(partnership.Id, ct);
        var matching = new PartnerMatching(partnership.State);
        var cards = new PartnerRowCards(partnership.State, persons, texts, reading.Language);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<PartnerRow>(reading.Rows.Count);
        foreach (var cells in reading.Rows)
        {
            var (before, ambiguous) = matching.Find(cells);
            var row = ambiguous ? cards.Wrong(cells, texts.Partner["File.Ambiguous"]) : cards.Of(cells, before, id => taken.ContainsKey(id));
            if (row.Card is { } card && !taken.TryAdd(card.Id.Value, row.Line)) row = cards.Wrong(cells, texts.Partner["File.Twice", taken[card.Id.Value]]);
            else if (before is null && row.Card is not null && matching.IsAlike(cells, out int line)) row = cards.Wrong(cells, texts.Partner["File.Twice", line]);
            rows.Add(Decided(partnership.State, row));
        }
        return new(rows, reading.Unknown);
    }

    private PartnerRow Decided(Partnership state, PartnerRow row)
    {
        if (row.Card is null) return row;
        return PartnershipDecider.Decide(state, new BringInPartners(state.Id, [row.Card]), clock.GetCurrentInstant()) switch
        {
            Decision.Refused refused => row with { State = PartnerRowState.Wrong, Card = null, Why = [.. refused.Problems.Select(texts.Of)] },
            _ => row,
        };
    }
}

/// <summary>Which partner a row means: by short name, business id, register number, or name.</summary>
internal sealed class PartnerMatching(Partnership partnership)
{
    private readonly ILookup<string, Partner> _byBusiness = partnership.Partners.Values.Where(p => p.BusinessId is not null).ToLookup(p => p.BusinessId!.Value.Value, StringComparer.Ordinal);
    private readonly ILookup<string, Partner> _byNumber = partnership.Partners.Values.Where(p => p.RegisterNumber is not null).ToLookup(p => p.RegisterNumber!.Value.Value, StringComparer.Ordinal);
    private readonly ILookup<string, Partner> _byName = partnership.Partners.Values
        .SelectMany(p => new[] { p.Name.Fi, p.Name.Sv, p.Name.En }.OfType<string>().Select(Folded.Key).Distinct(StringComparer.Ordinal).Select(name => (name, p)))
        .ToLookup(pair => pair.name, pair => pair.p, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _newNames = new(StringComparer.Ordinal);

    /// <returns>Null for one that is not there yet; true when it could be several.</returns>
    public (Partner? Partner, bool IsAmbiguous) Find(PartnerCells row)
    {
        if (row[PartnerColumn.ShortName] is { } slug) return (partnership.Partners.GetValueOrDefault(slug), false);
        string[] names = [.. NamesOf(row)];
        foreach (var found in new[]
        {
            BusinessId.Read(row[PartnerColumn.BusinessId]) is { } business ? _byBusiness[business.Value] : [],
            RegisterNumber.Read(row[PartnerColumn.RegisterNumber]) is { } number ? _byNumber[number.Value] : [],
            names.SelectMany(name => _byName[name]),
        })
        {
            var several = found.Distinct().ToList();
            if (several.Count == 1) return (several[0], false);
            // Schools share their municipality's number: the name tells them apart.
            if (several.Count > 1 && several.Where(p => NamesOf(p).Intersect(names, StringComparer.Ordinal).Any()).ToList() is var named) return named.Count == 1 ? (named[0], false) : (null, true);
        }
        return (null, false);
    }

    /// <summary>True when an earlier new row has the same name and nothing tells the two apart.</summary>
    public bool IsAlike(PartnerCells row, out int line)
    {
        line = 0;
        string key = $"{string.Join('|', NamesOf(row))}|{row[PartnerColumn.BusinessId]}|{row[PartnerColumn.RegisterNumber]}|{row[PartnerColumn.ShortName]}";
        if (_newNames.TryAdd(key, row.Line)) return false;
        line = _newNames[key];
        return true;
    }

    private static IEnumerable<string> NamesOf(PartnerCells row) =>
        row.Cells.Where(cell => cell.Key.Column == PartnerColumn.Name).Select(cell => Folded.Key(cell.Value)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(Partner partner) => new[] { partner.Name.Fi, partner.Name.Sv, partner.Name.En }.OfType<string>().Select(Folded.Key);
}
