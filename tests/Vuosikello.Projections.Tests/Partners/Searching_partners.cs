using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partners;

namespace Vuosikello.Projections.Tests.Partners;

public sealed class Searching_partners
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Theory]
    [InlineData("hame", "hameen-jarjestot hameenkadun-seura")]
    [InlineData("Häme", "hameen-jarjestot hameenkadun-seura")]
    [InlineData("HÄMEEN järj", "hameen-jarjestot")]
    [InlineData("järjestöt häme", "hameen-jarjestot")]
    [InlineData("jarjestot", "hameen-jarjestot")]
    [InlineData("ämeen", "")]
    [InlineData("åbo", "turun-seura")]
    [InlineData("abo", "turun-seura")]
    [InlineData("0112038-9", "turun-seura")]
    [InlineData("123.456", "mallila")]
    [InlineData("123456", "mallila")]
    [InlineData("tilat", "mallila")]
    [InlineData("lokaler", "mallila")]
    [InlineData("mäntsälä", "hameenkadun-seura")]
    [InlineData("pornainen", "hameenkadun-seura")]
    [InlineData("-.,", "")]
    public void They_are_found_by_beginnings_of_words_of_names_numbers_areas_and_themes(string typed, string found) =>
        Assert.Equal(found, Found(new(typed, [], [], [], false)));

    [Fact]
    public void What_is_written_as_typed_comes_before_what_is_written_with_other_marks()
    {
        var seutu = Given(Card("a", "Sääksi ry"), Card("b", "Saaksi ry"), Card("c", "Vanha saaksi"), Card("d", "Vanha sääksi"));

        Assert.Equal("b c a d", Found(new("saaksi", [], [], [], false), seutu));
        Assert.Equal("a d b c", Found(new("sääksi", [], [], [], false), seutu));
    }

    [Fact]
    public void A_name_comes_before_an_area_or_a_theme_of_that_name()
    {
        var seutu = Given(Card("a", "Aamun seura") with { Themes = [new("tilat")] }, Card("b", "Tilat ry"));

        Assert.Equal("b a", Found(new("tilat", [], [], [], false), seutu));
    }

    [Fact]
    public void Without_a_text_all_are_there_as_Finnish_sorts() => Assert.Equal(
        "a e y-kirjain o-ruotsi a-piste o-piste",
        Found(PartnerSearch.All, Given(Card("o-piste", "Öljymäki"), Card("a-piste", "Äiti"), Card("o-ruotsi", "Åland"), Card("y-kirjain", "Yö"), Card("a", "Aamu"), Card("e", "éclair"))));

    [Fact]
    public void Filters_narrow_them_down_and_each_filter_asks_for_any_of_its_choices()
    {
        Assert.Equal("mallila hameenkadun-seura", Found(new("", [new("mantsala"), new("kerava")], [], [], false)));
        Assert.Equal("mallila", Found(new("", [], [], [PartnerKind.Municipality], false)));
        Assert.Equal("mallila", Found(new("", [new("kerava")], [new("tilat")], [], false)));
        Assert.Equal("", Found(new("", [new("mantsala")], [new("tilat")], [], false)));
    }

    [Fact]
    public void Those_whom_nobody_has_confirmed_for_a_year_can_be_asked_for()
    {
        var seutu = Given(Card("a", "Aamu"), Card("b", "Beeta"), Card("c", "Seeta"));
        seutu = seutu with
        {
            Cards = seutu.Cards.SetItem("a", new(new(2020, 1, 1), new(2025, 11, 22))).SetItem("b", new(new(2020, 1, 1), new(2025, 11, 23))).SetItem("c", new(new(2026, 1, 1))),
        };

        Assert.Equal("a", Found(new("", [], [], [], true), seutu));
    }

    [Fact]
    public void A_name_of_another_state_is_not_found_any_more()
    {
        var before = Given(Card("a", "Aamu"));
        var after = before with { Partners = before.Partners.SetItem("a", Card("a", "Ilta")) };

        Assert.Equal("a", Found(new("aamu", [], [], [], false), before));
        Assert.Equal("", Found(new("aamu", [], [], [], false), after));
        Assert.Equal("a", Found(new("ilta", [], [], [], false), after));
    }

    private static string Found(PartnerSearch search, Partnership? seutu = null) => string.Join(' ', search.In(seutu ?? Seutu, Today).Select(card => card.Id));

    private static Partnership Seutu => Given(
        Card("hameen-jarjestot", "Hämeen järjestöt"),
        Card("hameenkadun-seura", "Vanhan Hämeenkadun seura") with { Areas = [new("mantsala")] },
        Card("turun-seura", "Turun seura", "Åbo sällskap") with { BusinessId = new("0112038-9") },
        Card("mallila", "Mallilan kunta") with { Kind = PartnerKind.Municipality, Areas = [new("kerava")], Themes = [new("tilat")], RegisterNumber = new("123456") });

    private static Partner Card(string id, string fi, string? sv = null) => new(new(id), PartnerKind.Association, new LocalText(fi, sv), [], []);

    private static Partnership Given(params Partner[] cards)
    {
        IEvent[] events =
        [
            new PartnershipFounded(new("seutu"), new LocalText("Seutu")),
            new AreaAdded(new Area(new("kerava"), new LocalText("Kerava"), [])),
            new AreaAdded(new Area(new("mantsala"), new LocalText("Pohjoinen"), ["Mäntsälä", "Pornainen"])),
            new ThemeAdded(new Theme(new("tilat"), new LocalText("Tilat", "Lokaler"))),
            .. cards.Select(card => new PartnerJoined(card)),
        ];
        var stamp = new Stamp(new(Guid.Empty), new(Guid.Empty), null, Instant.FromUtc(2026, 1, 1, 0, 0));
        Partnership? state = null;
        for (int i = 0; i < events.Length; i++) state = Partnership.Evolve(state, new Fact(events[i], i, stamp));
        return state!;
    }
}
