using System.Globalization;
using System.Text.Json;

namespace Vuosikello.Web.Tests;

/// <summary>Every row of the published material stands on the boards as it was published. Written down here from that material, not from the import files.</summary>
public sealed class Demo_is_complete(Site site) : IClassFixture<Site>
{
    private const string Areas = "jarvenpaa-kerava-tuusula", Whole = "koko-seutu";
    private static readonly string[] Workshop = ["avaus", "kyselyjen tulokset", "yhteinen valmistelu", "kahvitauko", "yhteenveto", "lopetus"];

    [Fact]
    public async Task Kuuma_seutu_2009() => Assert.Equal(
    [
        $"2009-01–2009-02 · Kysely yhdistysten ja kuntien yhteistyöstä · {Whole}",
        $"2009-02-26 · Kumppanuusfoorumi · {Whole} · Vapaaehtoisen hyvinvointityön keskus, Kerava · held 16",
        $"2009-03-24 16:00–19:00 · Työpaja 1, Järvenpää–Kerava–Tuusula · {Areas} · Tuusulan pääkirjasto, kokoushuone Einari, Autoasemankatu 2, 04300 Tuusula",
        "2009-04-02 15:00–18:00 · Työpaja 2, Nurmijärvi · nurmijarvi · Heikkarin palvelutalo, Heikkarin Helmi, Heikkarinkuja 4 B, 01900 Nurmijärvi",
        "2009-04-23 15:00–18:00 · Työpaja 3, Mäntsälä–Pornainen · mantsala-pornainen · Mäntsälän kunnantalo, kokoushuone 1–2, Heikinkuja 4, 04600 Mäntsälä",
        $"2009-05-11 16:00–19:00 · Seudullinen yhteistyöfoorumi · {Whole} · Kivipuiston monipalvelukeskus, ruokasali, Sorrnorinne 9, 04400 Järvenpää",
        $"2009-06–2009-08 · Toimintapaketin laadinta · {Whole}",
        $"2009-08–2009-09 · Lausuntokierros · {Whole}",
        $"2009-11-18 · Päätösseminaari · {Whole}",
    ],
    (await Board("kuuma-seutu", 2009)).Select(a => $"{When(a)} · {Title(a)} · {string.Join(' ', Names(a, "areas"))}{Place(a)}{Held(a)}"));

    [Fact]
    public async Task The_workshops_have_their_agendas_and_registration_a_week_before_free_of_charge_and_accessible()
    {
        var workshops = (await Board("kuuma-seutu", 2009)).Where(a => Title(a).StartsWith("Työpaja", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, workshops.Count);
        Assert.Equal(Rows(["16:00", "16:10", "16:30", "18:00", "18:15", "18:50"], Workshop), Agenda(workshops[0]));
        Assert.All(workshops[1..], w => Assert.Equal(Rows(["15:00", "15:10", "15:30", "17:00", "17:15", "17:50"], Workshop), Agenda(w)));
        Assert.All(workshops, w => Assert.Equal(7, w.GetProperty("registration").GetProperty("deadline").GetProperty("days").GetInt32()));
        Assert.All(workshops, w => Assert.Contains("Maksuton. Esteetön", w.GetProperty("description").GetProperty("fi").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_running_year_of_Kuuma_seutu_is_2009_on_the_same_weeks_and_weekdays()
    {
        int year = (await Partnership("kuuma-seutu")).GetProperty("years").EnumerateArray().Max(y => y.GetProperty("year").GetInt32());

        Assert.Equal((await Board("kuuma-seutu", 2009)).Select(Week).Order(StringComparer.Ordinal), (await Board("kuuma-seutu", year)).Select(Week).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Paijat_Hame_2012_in_its_order_with_the_responsible_roles()
    {
        var board = await Board("paijat-hame", 2012);
        var months = board.Where(a => Kind(a) == "months").ToList();

        Assert.Equal(
        [
            "alueelliset työpajat ja yhteiskoulutukset (järjestökoordinaattori)", "alueille jalkautuminen (hanketiimi)",
            "järjestöjen kartoitus (järjestökoordinaattori)", "kehittämisryhmien suunnittelu (projektipäällikkö)",
            "kehittämisryhmät, yhteistyöfoorumi, hankerahoituksen hakeminen (projektipäällikkö)", "palautteet, itse- ja vertaisarviointi (hanketiimi)",
            "perehdytys ja pelisäännöistä sopiminen (hanketiimi)", "rahoituspäätös (yhdistyksen hallitus)", "seuraavan vuoden suunnittelu (hanketiimi)",
            "syksyn toimintojen suunnittelu (hanketiimi)", "tiedotus- ja arviointisuunnitelma (projektipäällikkö)",
            "tilastointi ja raportointi (projektipäällikkö)", "tilat ja hankinnat, työsuunnitelma ja projektikalenteri (projektipäällikkö)",
            "työntekijöiden palkkaaminen (hallitus, projektipäällikkö)", "vapaaehtoisten rekrytointi ja koulutus (vapaaehtoistoiminnankoordinaattori)",
            "vapaaehtoistoiminnan kartoitus (vapaaehtoistoiminnankoordinaattori)", "verkkoyhteistyön laajentaminen (verkkosuunnittelija)",
            "verkkoympäristön suunnittelu ja testaus (verkkosuunnittelija)", "yhteistyöverkoston ja ohjausryhmän kokoaminen (projektipäällikkö)",
        ],
        months.Select(a => $"{Title(a).ToLowerInvariant()} ({a.GetProperty("responsible").GetProperty("role").GetProperty("fi").GetString()})").Order(StringComparer.Ordinal));
        string[] order = ["Rahoituspäätös", "Yhteistyöverkoston ja", "Työntekijöiden", "Järjestöjen", "Verkkoympäristön", "Kehittämisryhmien", "Syksyn", "Alueille", "Alueelliset", "Kehittämisryhmät", "Palautteet", "Seuraavan"];
        Assert.Equal(Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"2012-{m:00}")), order.Select(start => When(Assert.Single(months, a => Title(a).StartsWith(start, StringComparison.Ordinal)))));
        Assert.Equal(["Hankeviesti monthly 1", "Talouden seuranta monthly 3"], board.Where(a => Kind(a) == "recurring").Select(Rule).Order(StringComparer.Ordinal));
        Assert.Equal(21, board.Count);
    }

    [Fact]
    public async Task Paijat_Hame_2022() => Assert.Equal(
    [
        "2022-05-19 14:00–16:00 · Kumppanuusfoorumi",
        "2022-08-22 · Aluehallitus päättää järjestöneuvottelukunnasta",
        "2022-08-25 13:00–14:30 · Kumppanuusfoorumi · Avaus · Järjestöneuvottelukunnan kokoonpano · Järjestöyhteistyön malli · Valmistelun eteneminen · Päätös",
        "2022-09 · Järjestöneuvottelukunnan nimeämiset",
        "2022-10 · Järjestöyhteistyön mallin päätös",
    ],
    (await Board("paijat-hame", 2022)).Select(a => string.Join(" · ", Agenda(a).Select(r => r.Title).Prepend(Title(a)).Prepend(When(a)))));

    [Fact]
    public async Task Pohjois_Karjala_2014_and_its_pilots_of_2015()
    {
        var board = await Board("pohjois-karjala", 2014);
        Assert.Equal(
            ["2014-02-26", "2014-04-02–2014-04-03", "2014-06-10–2014-06-11", "2014-06-16", "2014-08-27–2014-08-28", "2014-09-08", "2014-10-21", "2014-11-05–2014-11-06", "2014-11-18", "2014-12-02–2014-12-03", "2014-12-03"],
            board.Select(When));
        Assert.Equal("Arviointityöpaja", Title(board[3]));
        Assert.Equal("Sidosryhmäkysely", Title(board[5]));
        Assert.Equal("Seminaari · Kunnasniemi", Title(board[6]) + Place(board[6]));
        Assert.Equal(" · held 400", Held(board[8]));
        Assert.Equal("Kehittämispäivä II", Title(board[9]));
        Assert.Equal("Vapaaehtoisten päivä", Title(board[10]));
        var partnership = await Partnership("pohjois-karjala");
        Assert.Equal(["kylahyvinvointi", "monikulttuurisuus", "terveys", "vapaaehtoistoiminta"], partnership.GetProperty("themes").EnumerateArray().Select(t => t.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains(partnership.GetProperty("areas").EnumerateArray(), a => a.GetProperty("municipalities").EnumerateArray().Select(m => m.GetString()!).ToHashSet().SetEquals(["Liperi", "Outokumpu", "Juuka", "Kontiolahti"]));
    }

    [Fact]
    public async Task The_story_is_told_to_its_last_step_which_is_an_activity_in_a_lent_room()
    {
        int year = (await Partnership("kuuma-seutu")).GetProperty("years").EnumerateArray().Max(y => y.GetProperty("year").GetInt32());

        Assert.Equal(
            ["einari", "heikkarin-helmi", "kivipuisto"],
            (await Board("kuuma-seutu", year)).Select(a => a.TryGetProperty("venue", out var venue) && venue.ValueKind != JsonValueKind.Null ? Text(venue, "premises") : null).OfType<string>());
    }

    [Fact]
    public async Task Contact_persons_are_invented_and_the_public_sees_those_that_are_public()
    {
        string card = (await (await site.Visit()).Get("/kuuma-seutu/partners/omenapuu")).Text;

        Assert.Contains("Omena Esimerkki", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Oksa Esimerkki", card, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> Board(string partnership, int year) =>
        [.. (await Json($"/api/partnerships/{partnership}/years/{year.ToString(CultureInfo.InvariantCulture)}")).GetProperty("activities").EnumerateArray()];

    private Task<JsonElement> Partnership(string id) => Json($"/api/partnerships/{id}");

    private async Task<JsonElement> Json(string address) => JsonSerializer.Deserialize<JsonElement>((await (await site.Visit()).Get(address)).Html);

    private static string Kind(JsonElement a) => a.GetProperty("time").GetProperty("kind").GetString()!;

    private static string Title(JsonElement a) => a.GetProperty("title").GetProperty("fi").GetString()!;

    private static string When(JsonElement a)
    {
        var time = a.GetProperty("time");
        if (Kind(a) != "exact") return time.GetProperty("first").GetString() is var first && time.GetProperty("last").GetString() is var last && first == last ? first! : $"{first}–{last}";
        Assert.Equal("Europe/Helsinki", time.GetProperty("zone").GetString());
        string start = time.GetProperty("start").GetString()!, end = time.GetProperty("end").GetString()!;
        return start[..10] == end[..10] ? $"{start[..10]} {start[11..16]}–{end[11..16]}" : $"{start}–{end}";
    }

    private static string Week(JsonElement a)
    {
        string when = When(a);
        if (Kind(a) == "months") return $"{Title(a)} {string.Join('–', when.Split('–').Select(m => m[5..7]))}";
        var day = DateOnly.ParseExact(when[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(default);
        return $"{Title(a)} v{ISOWeek.GetWeekOfYear(day).ToString(CultureInfo.InvariantCulture)} {day.DayOfWeek}{when[10..]}";
    }

    private static string Rule(JsonElement a)
    {
        var rule = a.GetProperty("time").GetProperty("rule");
        return FormattableString.Invariant($"{Title(a)} {rule.GetProperty("frequency").GetString()} {rule.GetProperty("interval").GetInt32()}");
    }

    private static IEnumerable<string> Names(JsonElement a, string list) => a.GetProperty(list).EnumerateArray().Select(n => n.GetString()!);

    private static string Place(JsonElement a)
    {
        if (!a.TryGetProperty("venue", out var venue) || venue.ValueKind == JsonValueKind.Null) return "";
        string?[] parts = [Text(venue, "name"), Text(venue, "address")];
        return " · " + string.Join(", ", parts.Where(p => p is not null));
    }

    private static string? Text(JsonElement of, string field) => of.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static string Held(JsonElement a) => a.GetProperty("status").GetString() == "held"
        ? FormattableString.Invariant($" · held {a.GetProperty("attendance").GetProperty("participants").GetInt32()}")
        : "";

    private static (string At, string Title)[] Rows(string[] clock, string[] titles) => [.. clock.Zip(titles)];

    private static (string At, string Title)[] Agenda(JsonElement a) =>
        [.. a.GetProperty("agenda").EnumerateArray().Select(r => (r.GetProperty("start").GetString()![..5], Lower(r.GetProperty("title").GetProperty("fi").GetString()!, a)))];

    // The workshops' rows are published in small letters.
    private static string Lower(string title, JsonElement a) => Title(a).StartsWith("Työpaja", StringComparison.Ordinal) ? title.ToLowerInvariant() : title;
}
