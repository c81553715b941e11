using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>What a column of a table of partners can hold.</summary>
public enum PartnerColumn
{
    ShortName,
    Name,
    Kind,
    BusinessId,
    RegisterNumber,
    WebPage,
    Areas,
    Themes,
    ContactRole,
    ContactName,
    Email,
    Phone,

    /// <summary>Written, and never read: a day on which somebody confirmed is not for a table to say.</summary>
    ConfirmedOn,
}

/// <summary>
/// The headings of columns in Finnish, Swedish and English; <c>docs/import.md</c> lists them. A name's language may stand behind its heading. Capitals, dots
/// and hyphens do not matter.
/// </summary>
public static class PartnerHeadings
{
    /// <summary>The headings of each column by language; the first is the one that tables are written with.</summary>
    public static IReadOnlyDictionary<PartnerColumn, (string[] Fi, string[] Sv, string[] En)> All { get; } = new Dictionary<PartnerColumn, (string[], string[], string[])>
    {
        [PartnerColumn.ShortName] = (["lyhytnimi", "tunniste"], ["kortnamn", "id"], ["short name", "slug", "identifier"]),
        [PartnerColumn.Name] = (["nimi", "yhdistys", "yhdistyksen nimi", "organisaatio", "järjestö", "kumppani"], ["namn", "förening", "föreningens namn", "organisation"], ["name", "association", "partner"]),
        [PartnerColumn.Kind] = (["laji", "tyyppi", "organisaatiotyyppi"], ["slag", "typ"], ["kind", "type"]),
        [PartnerColumn.BusinessId] = (["y-tunnus", "ytunnus", "y tunnus"], ["fo-nummer", "fo nummer"], ["business id"]),
        [PartnerColumn.RegisterNumber] = (["rekisterinumero", "rek nro", "yhdistysrekisterinumero"], ["registernummer"], ["register number", "registration number"]),
        [PartnerColumn.WebPage] = (["verkkosivu", "kotisivu", "www", "verkkosivut", "kotisivut"], ["webbplats", "hemsida"], ["web page", "website", "home page", "url"]),
        [PartnerColumn.Areas] = (["alueet", "alue", "kotipaikka", "kunta"], ["områden", "område", "hemort", "kommun"], ["areas", "area", "domicile", "municipality"]),
        [PartnerColumn.Themes] = (["teemat", "teema", "toimiala"], ["teman", "tema", "bransch"], ["themes", "theme", "field"]),
        [PartnerColumn.ContactRole] = (["yhteyshenkilön tehtävä", "tehtävä", "rooli"], ["kontaktpersonens uppdrag", "uppdrag", "roll"], ["contact role", "role"]),
        [PartnerColumn.ContactName] = (["yhteyshenkilö", "yhteyshenkilön nimi"], ["kontaktperson", "kontaktpersonens namn"], ["contact person", "contact", "contact name"]),
        [PartnerColumn.Email] = (["sähköposti", "sähköpostiosoite", "email"], ["e-post", "e-postadress", "epost"], ["e-mail", "email", "e-mail address"]),
        [PartnerColumn.Phone] = (["puhelin", "puhelinnumero", "puh"], ["telefon", "telefonnummer"], ["telephone", "phone", "phone number"]),
        [PartnerColumn.ConfirmedOn] = (["tiedot vahvistettu"], ["uppgifterna bekräftade"], ["details confirmed"]),
    };

    /// <summary>The words behind a name's heading, in the language of the headings.</summary>
    private static readonly Dictionary<string, (string Fi, string Sv, string En)> InLanguage = new(StringComparer.Ordinal)
    {
        ["fi"] = ("suomeksi", "ruotsiksi", "englanniksi"),
        ["sv"] = ("finska", "svenska", "engelska"),
        ["en"] = ("Finnish", "Swedish", "English"),
    };

    private static readonly Dictionary<string, PartnerColumn> ByHeading = All
        .SelectMany(column => new[] { column.Value.Fi, column.Value.Sv, column.Value.En }.SelectMany(headings => headings.Select(heading => (Heading: Folded.Key(heading), column.Key))))
        .DistinctBy(h => h.Heading, StringComparer.Ordinal)
        .ToDictionary(h => h.Heading, h => h.Key, StringComparer.Ordinal);

    /// <summary>The heading that tables are written with.</summary>
    public static string In(PartnerColumn column, string language) => language switch { "sv" => All[column].Sv[0], "en" => All[column].En[0], _ => All[column].Fi[0] };

    /// <summary>The heading of a name in one language.</summary>
    public static string OfName(string inLanguage, string language)
    {
        var (fi, sv, en) = InLanguage[language];
        return $"{In(PartnerColumn.Name, language)} {inLanguage switch { "sv" => sv, "en" => en, _ => fi }}";
    }

    /// <summary>What a heading means; null when it is none. The language is null where the heading does not say one.</summary>
    internal static (PartnerColumn Column, string? Language)? Find(string heading)
    {
        if (ByHeading.TryGetValue(Folded.Key(heading), out var column)) return (column, null);
        var (bare, language) = CsvHeadings.Split(heading);
        return language is not null && ByHeading.TryGetValue(Folded.Key(bare), out column) && column is PartnerColumn.Name or PartnerColumn.ContactRole ? (column, language) : null;
    }

    /// <summary>The language that most headings are in; Finnish where two have as many.</summary>
    internal static string LanguageOf(IReadOnlyList<string> headings)
    {
        var keys = headings.Select(heading => Folded.Key(CsvHeadings.Split(heading).Heading)).ToHashSet(StringComparer.Ordinal);
        return new[] { ("fi", Known(h => h.Fi)), ("sv", Known(h => h.Sv)), ("en", Known(h => h.En)) }.MaxBy(pair => pair.Item2).Item1;

        int Known(Func<(string[] Fi, string[] Sv, string[] En), string[]> of) => All.Values.Sum(headings => of(headings).Count(heading => keys.Contains(Folded.Key(heading))));
    }
}
