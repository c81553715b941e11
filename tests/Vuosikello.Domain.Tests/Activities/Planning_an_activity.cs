using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

public sealed class Planning_an_activity : ActivityScenario
{
    [Fact]
    public void A_new_activity_is_planned_with_all_its_details() =>
        Given().When(Plan(Workshop)).Then(new ActivityPlanned(Id, Samples.CycleId, Workshop));

    [Fact]
    public void It_is_proposed_at_first() =>
        Assert.Equal(ActivityStatus.Proposed, Given().When(Plan(Workshop)).After!.Status);

    [Fact]
    public void It_cannot_be_planned_twice() =>
        Given(Planned).When(Plan(Workshop)).ThenRefused(ProblemCodes.ActivityExists);

    [Fact]
    public void It_needs_a_partnership()
    {
        Partnership = null;
        Given().When(Plan(Workshop)).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));
    }

    [Fact]
    public void It_needs_a_year()
    {
        Cycle = null;
        Given().When(Plan(Workshop)).ThenRefused(new Problem(ProblemCodes.NoSuchCycle, "cycle", ["2026"]));
    }

    [Fact]
    public void Another_year_of_the_partnership_will_not_do()
    {
        Cycle = Samples.Fold<AnnualCycle>(new CycleDrafted(new CycleId(Here, 2025)));
        Given().When(Plan(Workshop)).ThenRefused(ProblemCodes.NoSuchCycle, "cycle");
    }

    [Fact]
    public void Nothing_is_planned_into_a_closed_year()
    {
        Cycle = Samples.Fold<AnnualCycle>(new CycleDrafted(Samples.CycleId), new CycleAdopted(), new CycleClosed());
        Given().When(Plan(Workshop)).ThenRefused(new Problem(ProblemCodes.CycleIsClosed, "cycle", ["2026"]));
    }

    [Fact]
    public void A_title_in_no_language_is_refused() =>
        Given().When(Plan(Workshop with { Title = new LocalText("  ", "\n", "") })).ThenRefused(new Problem(ProblemCodes.TextMissing, "title"));

    [Fact]
    public void A_title_in_Swedish_alone_will_do() =>
        Given().When(Plan(Workshop with { Title = new LocalText(sv: "Verkstad") }))
            .Then(new ActivityPlanned(Id, Samples.CycleId, Workshop with { Title = new LocalText(sv: "Verkstad") }));

    [Theory]
    [InlineData("Höyläämö & Åsa: \"lähde\" 'mukaan' <script>alert(1)</script>")]
    [InlineData("Perhepäivä 👨‍👩‍👧‍👦 🎉\ntoinen rivi\tja sarkain")]
    public void A_title_may_hold_what_people_write(string title)
    {
        var details = Workshop with { Title = new LocalText(title) };
        Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
    }

    [Fact]
    public void A_title_may_be_ten_thousand_characters_long()
    {
        var details = Workshop with { Title = new LocalText(new string('ä', 10_000)) };
        Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
    }

    [Fact]
    public void A_longer_title_is_refused() =>
        Given().When(Plan(Workshop with { Title = new LocalText("a", sv: new string('ä', 10_001)) }))
            .ThenRefused(new Problem(ProblemCodes.TextTooLong, "title", ["10000", "10001"]));

    [Theory]
    [InlineData("bell \a")]
    [InlineData("zero \0 byte")]
    public void Control_characters_are_refused(string text) =>
        Given().When(Plan(Workshop with { Description = new LocalText(en: text) }))
            .ThenRefused(new Problem(ProblemCodes.TextHasControlCharacters, "description"));

    [Fact]
    public void Half_an_emoji_is_refused()
    {
        string party = "🎉";
        foreach (string half in new[] { $"{party[0]}", $"{party[1]} x", $"{party[1]}{party[0]}" })
        {
            Given().When(Plan(Workshop with { Title = new LocalText(half) }))
                .ThenRefused(new Problem(ProblemCodes.TextHasControlCharacters, "title"));
        }
    }

    [Fact]
    public void What_the_partnership_does_not_have_is_refused() =>
        Given().When(Plan(Workshop with
        {
            Areas = [Samples.Kerava.Id, new AreaId("turku")],
            Themes = [new ThemeId("avaruus")],
            Responsible = new Responsible(new LocalText("rehtori"), new PartnerId("opisto")),
            Participants = [new PartnerId("seura")],
        })).ThenRefused(
            new Problem(ProblemCodes.NoSuchArea, "areas", ["turku"]),
            new Problem(ProblemCodes.NoSuchTheme, "themes", ["avaruus"]),
            new Problem(ProblemCodes.NoSuchPartner, "responsible", ["opisto"]),
            new Problem(ProblemCodes.NoSuchPartner, "participants", ["seura"]));

    [Fact]
    public void An_area_named_twice_is_refused() =>
        Given().When(Plan(Workshop with { Areas = [Samples.Kerava.Id, Samples.Kerava.Id, Samples.Kerava.Id] }))
            .ThenRefused(new Problem(ProblemCodes.NamedTwice, "areas", ["kerava"]));

    [Theory]
    [InlineData("example.org/kokous")]
    [InlineData("/kokous")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/kokous")]
    [InlineData("https://")]
    [InlineData("https://example.org/ko kous")]
    public void A_link_that_is_no_absolute_web_address_is_refused(string link) =>
        Given().When(Plan(Workshop with { Venue = new Venue(Link: link) })).ThenRefused(new Problem(ProblemCodes.LinkNotAbsolute, "venue", [link]));

    [Theory]
    [InlineData("https://example.org/kokous?tunnus=1#alku")]
    [InlineData("HTTP://työpaja.example/ä")]
    public void A_web_address_is_a_link(string link)
    {
        var details = Workshop with { Venue = new Venue(Link: link) };
        Given().When(Plan(details)).Then(new ActivityPlanned(Id, Samples.CycleId, details));
    }

    [Fact]
    public void Blank_parts_of_a_form_are_nothing() =>
        Given().When(Plan(Workshop with
        {
            Venue = new Venue(" ", "", null),
            Registration = new Registration(" "),
            Responsible = new Responsible(LocalText.Empty),
        })).Then(new ActivityPlanned(Id, Samples.CycleId, Workshop with { Venue = null, Registration = null, Responsible = null }));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Given().When(Plan(Workshop with
        {
            Title = LocalText.Empty,
            Time = Exact(At(3, 24, 16), At(3, 24, 15)),
            Venue = new Venue(Link: "kokous"),
        })).ThenRefused(
            new Problem(ProblemCodes.TextMissing, "title"),
            new Problem(ProblemCodes.EndBeforeStart, "time", ["2026-03-24T16:00", "2026-03-24T15:00"]),
            new Problem(ProblemCodes.LinkNotAbsolute, "venue", ["kokous"]));
}
