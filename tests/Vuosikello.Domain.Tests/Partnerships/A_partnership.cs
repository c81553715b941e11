using NodaTime;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Partnerships;

public sealed class A_partnership
{
    private static readonly PartnershipId Here = Samples.PartnershipId;
    private static readonly LocalText Name = new("Uusi nimi");
    private static readonly WorkingGroup Group = new(new WorkingGroupId("ryhma"), new LocalText("Ryhmä"), Samples.Volunteering.Id, [Samples.Town.Id]);

    private static Scenario<Partnership, IPartnershipCommand> Given(params IEvent[] events) =>
        new Scenario<Partnership, IPartnershipCommand>((state, command) => PartnershipDecider.Decide(state, command, Instant.MinValue)).Given(events);

    private static Scenario<Partnership, IPartnershipCommand> Founded => Given(Samples.Founding);

    [Fact]
    public void It_is_founded_once()
    {
        Given().When(new FoundPartnership(Here, Name)).Then(new PartnershipFounded(Here, Name));
        Founded.When(new FoundPartnership(Here, Name)).ThenRefused(ProblemCodes.PartnershipExists, "partnership");
    }

    [Theory]
    [InlineData("KUUMA")]
    [InlineData("päijät-häme")]
    [InlineData("-kuuma")]
    [InlineData("kuuma--seutu")]
    [InlineData("")]
    [InlineData(null)]
    public void Its_short_name_can_stand_in_an_address(string? slug) =>
        Given().When(new FoundPartnership(new PartnershipId(slug!), Name))
            .ThenRefused(new Problem(ProblemCodes.SlugInvalid, "partnership", [slug ?? ""]));

    [Theory]
    [InlineData("feeds")]
    [InlineData("api")]
    public void Its_short_name_is_none_of_the_services_own(string slug) =>
        Given().When(new FoundPartnership(new PartnershipId(slug), Name)).ThenRefused(new Problem(ProblemCodes.SlugReserved, "partnership", [slug]));

    [Fact]
    public void Its_name_is_needed_and_changed()
    {
        Given().When(new FoundPartnership(Here, LocalText.Empty)).ThenRefused(new Problem(ProblemCodes.TextMissing, "name"));
        Founded.When(new RenamePartnership(Here, Name)).Then(new PartnershipRenamed(Name));
        Founded.When(new RenamePartnership(Here, Samples.Partnership.Name)).ThenNothing();
        Founded.When(new RenamePartnership(Here, new LocalText(new string('x', 501)))).ThenRefused(ProblemCodes.TextTooLong, "name");
    }

    [Fact]
    public void Before_it_is_founded_nothing_can_be_done_in_it() =>
        Given().When(new AddArea(Here, Samples.Kerava)).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));

    [Fact]
    public void Areas_are_added_redrawn_and_removed()
    {
        var area = new Area(new AreaId("mantsala"), new LocalText("Mäntsälä–Pornainen"), ["Mäntsälä", "Pornainen"]);
        Founded.When(new AddArea(Here, area)).Then(new AreaAdded(area));
        Founded.When(new RedrawArea(Here, Samples.Kerava with { Municipalities = ["Kerava", "Tuusula"] }))
            .Then(new AreaRedrawn(Samples.Kerava with { Municipalities = ["Kerava", "Tuusula"] }));
        Founded.When(new RedrawArea(Here, Samples.Kerava)).ThenNothing();
        Founded.When(new RemoveArea(Here, Samples.Kerava.Id)).Then(new AreaRemoved(Samples.Kerava.Id));
    }

    [Fact]
    public void Everything_wrong_with_an_area_is_told_at_once() =>
        Founded.When(new AddArea(Here, new Area(Samples.Kerava.Id, LocalText.Empty, ["Kerava", "Kerava", " "]))).ThenRefused(
            new Problem(ProblemCodes.AreaExists, "area", ["kerava"]),
            new Problem(ProblemCodes.TextMissing, "name"),
            new Problem(ProblemCodes.NamedTwice, "municipalities", ["Kerava"]),
            new Problem(ProblemCodes.TextMissing, "municipalities"));

    [Fact]
    public void Themes_are_added_renamed_and_removed()
    {
        var theme = new Theme(new ThemeId("tilat"), new LocalText("Kokoontumistilat"));
        Founded.When(new AddTheme(Here, theme)).Then(new ThemeAdded(theme));
        Founded.When(new AddTheme(Here, Samples.Volunteering)).ThenRefused(ProblemCodes.ThemeExists, "theme");
        Founded.When(new RenameTheme(Here, Samples.Volunteering.Id, Name)).Then(new ThemeRenamed(Samples.Volunteering.Id, Name));
        Founded.When(new RenameTheme(Here, Samples.Volunteering.Id, Samples.Volunteering.Name)).ThenNothing();
        Founded.When(new RemoveTheme(Here, Samples.Volunteering.Id)).Then(new ThemeRemoved(Samples.Volunteering.Id));
    }

    [Fact]
    public void Partners_join_change_their_card_and_leave()
    {
        var partner = new Partner(new PartnerId("seura"), PartnerKind.Association, new LocalText("Urheiluseura"), [Samples.Kerava.Id], [Samples.Volunteering.Id]);
        Founded.When(new AdmitPartner(Here, partner)).Then(new PartnerJoined(partner));
        Founded.When(new AdmitPartner(Here, Samples.Town)).ThenRefused(ProblemCodes.PartnerExists, "partner");
        Founded.When(new ChangePartnerCard(Here, Samples.Town with { Name = Name })).Then(new PartnerCardChanged(Samples.Town with { Name = Name }));
        Founded.When(new ChangePartnerCard(Here, Samples.Town)).ThenNothing();
        Founded.When(new DismissPartner(Here, Samples.Town.Id)).Then(new PartnerLeft(Samples.Town.Id));
    }

    [Fact]
    public void A_card_names_areas_and_themes_that_exist() =>
        Founded.When(new ChangePartnerCard(Here, Samples.Town with { Areas = [new AreaId("turku")], Themes = [new ThemeId("avaruus")] })).ThenRefused(
            new Problem(ProblemCodes.NoSuchArea, "areas", ["turku"]),
            new Problem(ProblemCodes.NoSuchTheme, "themes", ["avaruus"]));

    [Fact]
    public void What_was_removed_stays_where_it_was_named() =>
        Given([.. Samples.Founding, new AreaRemoved(Samples.Kerava.Id)])
            .When(new ChangePartnerCard(Here, Samples.Town with { Name = Name }))
            .Then(new PartnerCardChanged(Samples.Town with { Name = Name }));

    [Fact]
    public void Working_groups_form_change_and_dissolve()
    {
        Founded.When(new FormWorkingGroup(Here, Group)).Then(new WorkingGroupFormed(Group));
        var formed = Given([.. Samples.Founding, new WorkingGroupFormed(Group)]);
        formed.When(new FormWorkingGroup(Here, Group)).ThenRefused(ProblemCodes.WorkingGroupExists, "group");
        formed.When(new ChangeWorkingGroup(Here, Group with { Theme = null })).Then(new WorkingGroupChanged(Group with { Theme = null }));
        formed.When(new ChangeWorkingGroup(Here, Group)).ThenNothing();
        formed.When(new DissolveWorkingGroup(Here, Group.Id)).Then(new WorkingGroupDissolved(Group.Id));
        Founded.When(new FormWorkingGroup(Here, Group with { Theme = new ThemeId("avaruus"), Partners = [new PartnerId("seura")] })).ThenRefused(
            new Problem(ProblemCodes.NoSuchTheme, "theme", ["avaruus"]),
            new Problem(ProblemCodes.NoSuchPartner, "partners", ["seura"]));
    }

    [Fact]
    public void What_is_not_there_is_neither_changed_nor_removed()
    {
        Founded.When(new RemoveArea(Here, new AreaId("turku"))).ThenRefused(new Problem(ProblemCodes.NoSuchArea, "area", ["turku"]));
        Founded.When(new RemoveTheme(Here, new ThemeId("avaruus"))).ThenRefused(ProblemCodes.NoSuchTheme, "theme");
        Founded.When(new RenameTheme(Here, new ThemeId("avaruus"), Name)).ThenRefused(ProblemCodes.NoSuchTheme, "theme");
        Founded.When(new DismissPartner(Here, new PartnerId("seura"))).ThenRefused(ProblemCodes.NoSuchPartner, "partner");
        Founded.When(new DissolveWorkingGroup(Here, Group.Id)).ThenRefused(ProblemCodes.NoSuchWorkingGroup, "group");
    }
}
