using NodaTime;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Partnerships;

public sealed class A_partners_card
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly PartnerId Town = Samples.Town.Id;

    private static Scenario<Partnership, IPartnershipCommand> At(Instant now, params IEvent[] events) =>
        new Scenario<Partnership, IPartnershipCommand>((state, command) => PartnershipDecider.Decide(state, command, now)).Given([.. Samples.Founding, .. events]);

    private static Scenario<Partnership, IPartnershipCommand> Founded => At(Instant.FromUtc(2026, 3, 2, 10, 0));

    [Fact]
    public void It_has_numbers_a_web_page_and_contacts()
    {
        var whole = Samples.Town with
        {
            BusinessId = new("0112038-9"),
            RegisterNumber = new("123456"),
            WebPage = "https://example.org",
            Contacts = [Contact(1, "puheenjohtaja"), Contact(2, "sihteeri")],
        };

        Founded.When(new ChangePartnerCard(Here, whole)).Then(new PartnerCardChanged(whole));
    }

    [Fact]
    public void Everything_wrong_with_it_is_told_at_once() =>
        Founded.When(new ChangePartnerCard(Here, Samples.Town with
        {
            BusinessId = new("0112038-8"),
            RegisterNumber = new("0"),
            WebPage = "example.org",
            Contacts = [Contact(1, "puheenjohtaja"), Contact(1, "")],
        })).ThenRefused(
            new Problem(ProblemCodes.BusinessIdInvalid, "businessId", ["0112038-8"]),
            new Problem(ProblemCodes.RegisterNumberInvalid, "registerNumber", ["0"]),
            new Problem(ProblemCodes.LinkNotAbsolute, "webPage", ["example.org"]),
            new Problem(ProblemCodes.NamedTwice, "contacts", [Contact(1, "").Id.ToString()]),
            new Problem(ProblemCodes.TextMissing, "contacts"));

    [Fact]
    public void It_has_twenty_contacts_at_most() =>
        Founded.When(new ChangePartnerCard(Here, Samples.Town with { Contacts = Enumerable.Range(1, 21).Select(i => Contact(i, "jäsen")).ToValueList() }))
            .ThenRefused(new Problem(ProblemCodes.TooMany, "contacts", ["20", "21"]));

    [Fact]
    public void It_is_confirmed_on_the_day_in_Helsinki()
    {
        // Half past ten in the evening UTC is the next day in Helsinki.
        At(Instant.FromUtc(2026, 3, 2, 22, 30)).When(new ConfirmPartnerCard(Here, Town)).Then(new PartnerCardConfirmed(Town, new LocalDate(2026, 3, 3)));
    }

    [Fact]
    public void Confirmed_twice_on_a_day_it_is_confirmed_once() =>
        At(Instant.FromUtc(2026, 3, 2, 12, 0), new PartnerCardConfirmed(Town, new LocalDate(2026, 3, 2))).When(new ConfirmPartnerCard(Here, Town)).ThenNothing();

    [Fact]
    public void Nobody_confirms_a_card_that_is_not_there() =>
        Founded.When(new ConfirmPartnerCard(Here, new PartnerId("seura"))).ThenRefused(new Problem(ProblemCodes.NoSuchPartner, "partner", ["seura"]));

    [Fact]
    public void A_year_after_it_was_confirmed_its_organisation_is_asked_and_another_year_later_again()
    {
        var confirmed = new PartnerCardConfirmed(Town, new LocalDate(2026, 3, 2));
        var asked = new PartnersAskedToConfirm([Town], new LocalDate(2027, 3, 2));

        At(Helsinki(2027, 3, 2, 7), confirmed).When(new AskPartnersToConfirm(Here)).ThenNothing();
        At(Helsinki(2027, 3, 2, 8), confirmed).When(new AskPartnersToConfirm(Here)).Then(asked);
        At(Helsinki(2028, 3, 1, 8), confirmed, asked).When(new AskPartnersToConfirm(Here)).ThenNothing();
        At(Helsinki(2028, 3, 2, 8), confirmed, asked).When(new AskPartnersToConfirm(Here)).Then(new PartnersAskedToConfirm([Town], new LocalDate(2028, 3, 2)));
    }

    [Fact]
    public void What_was_confirmed_on_a_leap_day_is_asked_about_on_the_last_of_February() =>
        At(Helsinki(2029, 2, 28, 8), new PartnerCardConfirmed(Town, new LocalDate(2028, 2, 29)))
            .When(new AskPartnersToConfirm(Here)).Then(new PartnersAskedToConfirm([Town], new LocalDate(2029, 2, 28)));

    [Theory]
    [InlineData("2027-03-01", false)]
    [InlineData("2027-03-02", true)]
    public void It_is_stale_when_a_year_has_passed_whether_or_not_anybody_was_asked(string today, bool stale)
    {
        var dates = new CardDates(new LocalDate(2020, 1, 1), new LocalDate(2026, 3, 2), new LocalDate(2027, 3, 2));

        Assert.Equal(stale, dates.IsStale(NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value));
    }

    [Fact]
    public void What_others_changed_since_in_other_fields_is_merged()
    {
        var (theirs, mine) = (Samples.Town with { WebPage = "https://example.org/heidan" }, Samples.Town with { RegisterNumber = new("77") });

        Founded.Given(new PartnerCardChanged(theirs)).When(new ChangePartnerCard(Here, mine, new CardBasis(Version, ["registerNumber"])))
            .Then(new PartnerCardChanged(theirs with { RegisterNumber = new("77") }));
    }

    [Fact]
    public void What_others_changed_since_in_the_same_field_clashes_with_who_changed_it_and_both_values()
    {
        var (theirs, mine) = (Samples.Town with { WebPage = "https://example.org/heidan" }, Samples.Town with { WebPage = "https://example.org/minun" });
        var clash = new Clash("webPage", mine.WebPage, theirs.WebPage, Version + 1, Stamps.Editor);
        var changed = Founded.GivenBy(Stamps.Editor, new PartnerCardChanged(theirs)).Given(new PartnerCardChanged(theirs with { RegisterNumber = new("77") }));

        changed.When(new ChangePartnerCard(Here, mine, new CardBasis(Version, ["webPage"]))).ThenClashed(clash);
        changed.When(new BringInPartners(Here, [mine with { RegisterNumber = new("77") }], Version)).ThenClashed(clash with { Field = $"{Town}.webPage" });
        changed.When(new ChangePartnerCard(Here, mine, new CardBasis(Version + 1, ["webPage"]))).Then(new PartnerCardChanged(mine with { RegisterNumber = new("77") }));
    }

    [Fact]
    public void Whoever_sends_it_whole_undoes_nothing_that_others_did_since() =>
        Founded.GivenBy(Stamps.Editor, new PartnerCardChanged(Samples.Town with { WebPage = "https://example.org" }))
            .When(new ChangePartnerCard(Here, Samples.Town with { RegisterNumber = new("77") }, new CardBasis(Version)))
            .ThenClashed(new Clash("webPage", null, "https://example.org", Version + 1, Stamps.Editor));

    [Fact]
    public void It_is_based_on_no_version_that_is_still_to_come() =>
        Founded.When(new ChangePartnerCard(Here, Samples.Town, new CardBasis(Version + 1))).ThenRefused(ProblemCodes.BasedOnUnknownVersion, "basedOn");

    [Fact]
    public void A_member_is_a_contact_for_members_only()
    {
        var (shown, hidden) = (Member(ContactVisibility.Public), Member(ContactVisibility.Members));

        Founded.When(new ChangePartnerCard(Here, Samples.Town with { Contacts = [shown] })).ThenRefused(ProblemCodes.MemberContactNotPublic, "contacts");
        Founded.When(new ChangePartnerCard(Here, Samples.Town with { Contacts = [hidden] })).Then(new PartnerCardChanged(Samples.Town with { Contacts = [hidden] }));
    }

    private static long Version => Founded.State!.Version;

    private static PartnerContact Member(ContactVisibility visibility) => Contact(1, "puheenjohtaja") with { Visibility = visibility, Member = Stamps.Editor.By };

    private static PartnerContact Contact(int number, string role) => new(new ContactId(new Guid(number, 0, 0, new byte[8])), new LocalText(role));

    private static Instant Helsinki(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();
}
