namespace Vuosikello.Web.ActivityFiles.Reading;

/// <summary>What a column of a table can hold.</summary>
public enum CsvColumn
{
    Key,
    Title,
    Date,
    StartTime,
    EndDate,
    EndTime,
    Place,
    Address,
    Link,
    Description,
    Themes,
    Areas,
    Partner,
    Role,
    Participants,
    RegistrationDeadline,
    RegistrationLink,
    Status,
}

/// <summary>
/// The headings of columns in Finnish, Swedish and English; <c>docs/import.md</c> lists them. A text's language may stand behind its heading
/// (<c>otsikko sv</c>, <c>Title (Swedish)</c>). Capitals, dots and hyphens do not matter.
/// </summary>
public static class CsvHeadings
{
    /// <summary>The headings of each column by language; the first is the one that samples are written with.</summary>
    public static IReadOnlyDictionary<CsvColumn, (string[] Fi, string[] Sv, string[] En)> All { get; } = new Dictionary<CsvColumn, (string[], string[], string[])>
    {
        [CsvColumn.Key] = (["tunniste", "avain"], ["nyckel", "id"], ["key", "identifier"]),
        [CsvColumn.Title] = (["otsikko", "nimi", "toiminto", "tapahtuma"], ["rubrik", "namn", "aktivitet", "evenemang"], ["title", "name", "activity", "event", "subject"]),
        [CsvColumn.Date] = (["alkupäivä", "päivä", "päivämäärä", "pvm", "aika", "ajankohta", "alkaa", "alkamispäivä"], ["startdatum", "datum", "dag", "börjar"], ["start date", "date", "day", "when", "starts", "start"]),
        [CsvColumn.StartTime] = (["alkuaika", "alkamisaika", "kello", "klo", "kellonaika"], ["starttid", "tid", "klockslag", "kl"], ["start time", "time"]),
        [CsvColumn.EndDate] = (["loppupäivä", "päättymispäivä", "päättyy"], ["slutdatum", "slutar"], ["end date", "ends", "end"]),
        [CsvColumn.EndTime] = (["loppuaika", "päättymisaika"], ["sluttid"], ["end time"]),
        [CsvColumn.Place] = (["paikka", "sijainti"], ["plats", "ställe", "lokal"], ["place", "location", "venue"]),
        [CsvColumn.Address] = (["osoite", "katuosoite"], ["adress", "gatuadress"], ["address", "street address"]),
        [CsvColumn.Link] = (["linkki", "verkkolinkki", "etälinkki", "verkko-osoite"], ["länk", "webblänk", "webbadress"], ["link", "url", "online link", "web address"]),
        [CsvColumn.Description] = (["kuvaus", "lisätiedot", "lisätieto"], ["beskrivning", "tilläggsinformation"], ["description", "details", "notes"]),
        [CsvColumn.Themes] = (["teemat", "teema"], ["teman", "tema"], ["themes", "theme", "categories"]),
        [CsvColumn.Areas] = (["alueet", "alue"], ["områden", "område"], ["areas", "area"]),
        [CsvColumn.Partner] = (["vastuutaho", "vastuukumppani", "vastuuorganisaatio", "järjestäjä"], ["ansvarig", "ansvarig partner", "arrangör"], ["responsible partner", "responsible", "organiser", "organizer"]),
        [CsvColumn.Role] = (["vastuurooli", "rooli"], ["ansvarig roll", "roll"], ["responsible role", "role"]),
        [CsvColumn.Participants] = (["mukana", "osallistujat", "kumppanit"], ["medverkande", "deltagare", "partner"], ["participants", "partners", "taking part"]),
        [CsvColumn.RegistrationDeadline] = (["ilmoittautuminen", "ilmoittautuminen viimeistään", "viimeinen ilmoittautumispäivä"], ["anmälan", "anmälan senast", "sista anmälningsdag"], ["registration deadline", "registration", "register by"]),
        [CsvColumn.RegistrationLink] = (["ilmoittautumislinkki"], ["anmälningslänk"], ["registration link"]),
        [CsvColumn.Status] = (["tila", "vaihe", "status"], ["status", "läge"], ["status", "state"]),
    };

    private static readonly Dictionary<string, CsvColumn> ByHeading = All
        .SelectMany(column => new[] { column.Value.Fi, column.Value.Sv, column.Value.En }.SelectMany(headings => headings.Select(heading => (Heading: Folded.Key(heading), column.Key))))
        .DistinctBy(h => h.Heading, StringComparer.Ordinal)
        .ToDictionary(h => h.Heading, h => h.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["fi"] = "fi",
        ["suomi"] = "fi",
        ["suomeksi"] = "fi",
        ["finska"] = "fi",
        ["finnish"] = "fi",
        ["sv"] = "sv",
        ["ruotsi"] = "sv",
        ["ruotsiksi"] = "sv",
        ["svenska"] = "sv",
        ["swedish"] = "sv",
        ["en"] = "en",
        ["englanti"] = "en",
        ["englanniksi"] = "en",
        ["engelska"] = "en",
        ["english"] = "en",
    };

    /// <summary>The heading that samples are written with.</summary>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    public static string In(CsvColumn column, string language) => language switch { "sv" => All[column].Sv[0], "en" => All[column].En[0], _ => All[column].Fi[0] };

    /// <summary>What a heading means; null when it is none. The language is null where the heading does not say one.</summary>
    internal static (CsvColumn Column, string? Language)? Find(string heading)
    {
        if (ByHeading.TryGetValue(Folded.Key(heading), out var column)) return (column, null);
        string words = Folded.Words(heading);
        int space = words.LastIndexOf(' ');
        return space > 0 && Languages.TryGetValue(words[(space + 1)..], out string? language) && ByHeading.TryGetValue(Folded.Key(words[..space]), out column)
            && column is (CsvColumn.Title or CsvColumn.Description or CsvColumn.Role)
            ? (column, language)
            : null;
    }

    /// <summary>The heading without the language behind it, and that language; null where none stands there.</summary>
    internal static (string Heading, string? Language) Split(string heading)
    {
        string words = Folded.Words(heading);
        int space = words.LastIndexOf(' ');
        return space > 0 && Languages.TryGetValue(words[(space + 1)..], out string? language) ? (words[..space], language) : (heading, null);
    }

    /// <summary>The language that most headings are in; null where two have as many.</summary>
    internal static string? LanguageOf(IReadOnlyList<string> headings)
    {
        var keys = headings.Select(Folded.Key).ToHashSet(StringComparer.Ordinal);
        var counts = new (string Language, int Count)[]
        {
            ("fi", All.Values.Sum(h => Known(h.Fi))), ("sv", All.Values.Sum(h => Known(h.Sv))), ("en", All.Values.Sum(h => Known(h.En))),
        };
        var most = counts.MaxBy(c => c.Count);
        return counts.Count(c => c.Count == most.Count) == 1 ? most.Language : null;

        int Known(string[] names) => names.Count(name => keys.Contains(Folded.Key(name)));
    }

    /// <summary>The heading of a language that is spelled most like a text.</summary>
    internal static string Nearest(string heading, string language) =>
        Folded.Nearest(heading, All.Values.SelectMany(h => language switch { "sv" => h.Sv, "en" => h.En, _ => h.Fi })) ?? "";
}
