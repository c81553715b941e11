using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Partners;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>Makes of a row the card as it is to be. An empty cell says nothing: it leaves a card as it is.</summary>
/// <param name="language">Of texts whose heading says none.</param>
internal sealed class PartnerRowCards(Partnership partnership, ILookup<PartnerId, (ContactId Contact, ContactDetails Person)> persons, Texts texts, string language)
{
    private static readonly Guid Contacts = new("6f0b1f4d-7c63-4a0e-9f0e-3c1f5f0a7d21");

    private readonly KnownNames<AreaId> _areas = new(partnership.Areas.Values.Select(a => (a.Id, a.Id.Value, a.Name))
        .Concat(partnership.Areas.Values.SelectMany(a => a.Municipalities.Select(m => (a.Id, a.Id.Value, new LocalText(m))))));
    private readonly KnownNames<ThemeId> _themes = new NamesOfPartnership(partnership).Themes;
    private readonly PartnerKindNames _kinds = new(texts);

    /// <param name="before">The card that the row means; null for a new one.</param>
    /// <param name="isTaken">Whether an earlier row of the file has a short name.</param>
    public PartnerRow Of(PartnerCells cells, Partner? before, Predicate<string> isTaken)
    {
        var why = new List<string>();
        var name = Name(cells, before);
        var id = before?.Id ?? (cells[PartnerColumn.ShortName] is { } slug ? new PartnerId(slug) : PartnerAddresses.Free(name, s => partnership.Partners.ContainsKey(s) || isTaken(s)));
        if (id is null) why.Add(texts.Partner[name.IsEmpty ? "File.NameMissing" : "File.NoShortName", name.In(language)]);
        if (cells[PartnerColumn.Kind] is { } kindName && _kinds.Find(kindName) is null) why.Add(texts.Partner["File.UnknownKind", kindName, _kinds.All]);
        var areas = Named(cells[PartnerColumn.Areas], _areas, before?.Areas, "File.UnknownArea", why);
        var themes = Named(cells[PartnerColumn.Themes], _themes, before?.Themes, "File.UnknownTheme", why);
        string? email = cells[PartnerColumn.Email];
        EmailAddress? address = null;
        if (email is not null && !EmailAddress.TryRead(email, out address)) why.Add(texts.Of(new Problem(ContactProblems.EmailInvalid, "contacts", [email])));
        if (cells[PartnerColumn.ContactName]?.Length > ContactDetails.NameLimit || cells[PartnerColumn.Phone]?.Length > ContactDetails.PhoneLimit)
            why.Add(texts.Of(new Problem(ContactProblems.TooLong, "contacts")));
        if (why.Count > 0) return Wrong(cells, [.. why]);

        var number = RegisterNumber.Read(cells[PartnerColumn.RegisterNumber]) ?? before?.RegisterNumber;
        var kind = cells[PartnerColumn.Kind] is { } said ? _kinds.Find(said)!.Value : before?.Kind ?? PartnerKind.Association;
        var card = new Partner(id!.Value, kind, name, areas, themes, BusinessId.Read(cells[PartnerColumn.BusinessId]) ?? before?.BusinessId, number, WebPage(cells) ?? before?.WebPage, before?.Contacts);
        var (contact, person) = Contact(cells, card, address?.Shown);
        if (contact is not null && !card.Contacts.Contains(contact)) card = card with { Contacts = [.. card.Contacts, contact] };
        return Compared(cells, before, card, contact, person);
    }

    public PartnerRow Wrong(PartnerCells cells, params string[] why) => new(cells.Line, Name(cells, null).In(language), PartnerRowState.Wrong, null, [], why);

    private PartnerRow Compared(PartnerCells cells, Partner? before, Partner card, PartnerContact? contact, ContactDetails? person)
    {
        var known = contact is null ? null : persons[card.Id].Where(p => p.Contact == contact.Id).Select(p => p.Person).FirstOrDefault();
        var isNamed = contact is not null && person is not null && person != known;
        var row = new PartnerRow(cells.Line, card.Name.In(LanguageSetup.Current), PartnerRowState.New, card, [], []) { Named = isNamed ? (contact!.Id, person!) : null };
        if (before is null) return row;
        var changes = new List<PartnerFieldChange>();
        Add("Name", Written(before.Name), Written(card.Name));
        Add("Kind", texts.Setup[$"Kind.{before.Kind}"], texts.Setup[$"Kind.{card.Kind}"]);
        Add("BusinessId", before.BusinessId?.Value, card.BusinessId?.Value);
        Add("RegisterNumber", before.RegisterNumber?.ToString(), card.RegisterNumber?.ToString());
        Add("WebPage", before.WebPage, card.WebPage);
        Add("Areas", Words(before.Areas, partnership.NameOf), Words(card.Areas, partnership.NameOf));
        Add("Themes", Words(before.Themes, partnership.NameOf), Words(card.Themes, partnership.NameOf));
        Add("Contacts", Words(before.Contacts, c => c.Role), Words(card.Contacts, c => c.Role));
        if (isNamed) Add("Contact", Written(known), Written(person));
        return row with { State = changes.Count == 0 ? PartnerRowState.Unchanged : PartnerRowState.Changed, Changes = changes };

        void Add(string label, string? was, string? becomes)
        {
            if ((was ?? "") != (becomes ?? "")) changes.Add(new(texts.Partner[$"File.{label}"], was ?? "", becomes ?? ""));
        }
    }

    /// <summary>The contact that a row names: the one on the card with that role, or a new one, whose id follows from the role.</summary>
    private (PartnerContact? Contact, ContactDetails? Person) Contact(PartnerCells cells, Partner card, string? email)
    {
        var (name, phone) = (cells[PartnerColumn.ContactName], cells[PartnerColumn.Phone]);
        string? said = cells[PartnerColumn.ContactRole] ?? cells[PartnerColumn.ContactRole, language];
        if ((said ?? name ?? email ?? phone) is null) return (null, null);
        var found = said is null
            ? card.Contacts.FirstOrDefault(c => c.Member is null)
            : card.Contacts.FirstOrDefault(c => LanguageSetup.All.Any(l => c.Role.Exactly(l) is { } role && Folded.Key(role) == Folded.Key(said)));
        string text = said ?? texts.Partner["File.UsualRole"];
        found ??= new PartnerContact(new(DeterministicGuid.Create(Contacts, $"{partnership.Id}/{card.Id}/{Folded.Key(text)}")), In(text));
        if ((name ?? email ?? phone) is null || found.Member is not null) return (found, null);
        // An empty cell leaves what is known.
        var known = persons[card.Id].Where(p => p.Contact == found.Id).Select(p => p.Person).FirstOrDefault();
        return (found, new(name ?? known?.Name ?? "", email ?? known?.Email, phone ?? known?.Phone));
    }

    private LocalText Name(PartnerCells cells, Partner? before)
    {
        string? Of(string l) => cells[PartnerColumn.Name, l] ?? (l == language ? cells[PartnerColumn.Name] : null) ?? before?.Name.Exactly(l);
        return new(Of("fi"), Of("sv"), Of("en"));
    }

    private LocalText In(string text) => new(language == "fi" ? text : null, language == "sv" ? text : null, language == "en" ? text : null);

    private ValueList<T> Named<T>(string? cell, KnownNames<T> names, ValueList<T>? before, string unknownText, List<string> why) where T : struct
    {
        if (cell is null) return before ?? [];
        var found = names.All(cell, out var unknown);
        foreach (string name in unknown)
        {
            string nearest = names.Nearest(name);
            why.Add($"{texts.Partner[unknownText, name]} {(nearest.Length > 0 ? texts.Import["DidYouMean", nearest] : "")}".TrimEnd());
        }
        return found.Count == before?.Count && found.All(before.Contains) ? before : found;
    }

    // People leave the scheme out.
    private static string? WebPage(PartnerCells cells) => cells[PartnerColumn.WebPage] is not { } page ? null : page.Contains("://", StringComparison.Ordinal) ? page : $"https://{page}";

    private static string Written(LocalText text) => string.Join(" / ", new[] { text.Fi, text.Sv, text.En }.OfType<string>());

    private static string? Written(ContactDetails? person) => person is null ? null : string.Join(", ", new[] { person.Name, person.Email, person.Phone }.Where(part => part is { Length: > 0 }));

    private static string Words<T>(IEnumerable<T> items, Func<T, LocalText> nameOf) => string.Join(", ", items.Select(item => nameOf(item).In(LanguageSetup.Current)));
}

/// <summary>Kinds of organisations as people write them, in any language, and as the API does.</summary>
internal sealed class PartnerKindNames
{
    private readonly Dictionary<string, PartnerKind> _byName = new(StringComparer.Ordinal);

    public PartnerKindNames(Texts texts)
    {
        foreach (var kind in Enum.GetValues<PartnerKind>())
        {
            _byName.TryAdd(Folded.Key(kind.ToString()), kind);
            foreach (string language in LanguageSetup.All)
            {
                var (name, others) = LanguageSetup.In(language, () => (texts.Setup[$"Kind.{kind}"].Value, texts.Partner[$"File.Kinds.{kind}"].Value));
                foreach (string word in others.Split(',').Append(name)) _byName.TryAdd(Folded.Key(word), kind);
            }
        }
        All = string.Join(", ", Enum.GetValues<PartnerKind>().Select(kind => texts.Setup[$"Kind.{kind}"].Value));
    }

    /// <summary>All of them in the language of the request.</summary>
    public string All { get; }

    public PartnerKind? Find(string text) => _byName.TryGetValue(Folded.Key(text), out var kind) ? kind : null;
}
