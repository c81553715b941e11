using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Domain.Partnerships;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.CalendarLinks;

public sealed class A_calendar_link
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string OtherHash = "0f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly CalendarLinkId Id = new(Samples.PartnershipId, new Guid("3f2504e0-4f89-41d3-9a0c-0305e82c3302"));
    private static readonly CreateCalendarLink Create = new(Id, CalendarLinkKind.Mine, "Työpuhelin", Hash);
    private static readonly CalendarLinkCreated Created = new(Id, Stamps.Editor.By, CalendarLinkKind.Mine, "Työpuhelin", Hash);
    private static readonly RevokeCalendarLink Revoke = new(Id);

    private Partnership? _partnership = Samples.Partnership;
    private Stamp _stamp = Stamps.Editor;

    private Scenario<CalendarLink, ICalendarLinkCommand> Given(params IEvent[] events) =>
        new Scenario<CalendarLink, ICalendarLinkCommand>((state, command) => CalendarLinkDecider.Decide(state, command, _partnership, _stamp)).GivenBy(Stamps.Editor, events);

    [Fact]
    public void It_belongs_to_whoever_makes_it_and_holds_the_hash_of_its_secret()
    {
        Given().When(Create).Then(Created);
        Given().When(Create with { Kind = CalendarLinkKind.SteeringGroup }).Then(Created with { Kind = CalendarLinkKind.SteeringGroup });
    }

    [Fact]
    public void The_same_wanted_twice_is_one_link_and_another_by_its_id_is_refused()
    {
        Given(Created).When(Create).ThenNothing();
        Given(Created).When(Create with { Name = "  Työpuhelin " }).ThenNothing();
        foreach (var other in new[] { Create with { Name = "Muu" }, Create with { TokenHash = OtherHash }, Create with { Kind = CalendarLinkKind.SteeringGroup } })
            Given(Created).When(other).ThenRefused(new Problem(ProblemCodes.CalendarLinkExists, "link"));
        Given(Created, new CalendarLinkRevoked()).When(Create).ThenRefused(ProblemCodes.CalendarLinkExists, "link");
        _stamp = Stamps.Coordinator;
        Given(Created).When(Create).ThenRefused(ProblemCodes.CalendarLinkExists, "link");
    }

    [Fact]
    public void It_has_a_name_that_is_kept_without_the_blanks_around_it()
    {
        Given().When(Create with { Name = " Koti\t" }).Then(Created with { Name = "Koti" });
        Given().When(Create with { Name = " " }).ThenRefused(new Problem(ProblemCodes.CalendarLinkWithoutName, "name"));
        Given().When(Create with { Name = new string('x', CalendarLinkDecider.NameLimit + 1) }).ThenRefused(new Problem(ProblemCodes.TextTooLong, "name", ["100", "101"]));
        Given().When(Create with { Name = "a\u0007b" }).ThenRefused(ProblemCodes.TextHasControlCharacters, "name");
    }

    [Fact]
    public void Its_owner_revokes_it_once_and_for_good()
    {
        Given(Created).When(Revoke).Then(new CalendarLinkRevoked());
        Given(Created, new CalendarLinkRevoked()).When(Revoke).ThenNothing();
        Assert.Equal(Stamps.Editor.At, Given(Created, new CalendarLinkRevoked()).State!.RevokedAt);
        Assert.False(Given(Created).State!.IsRevoked);
    }

    [Fact]
    public void To_anybody_else_it_is_not_there()
    {
        Given().When(Revoke).ThenRefused(new Problem(ProblemCodes.NoSuchCalendarLink, "link"));
        _stamp = Stamps.Coordinator;
        Given(Created).When(Revoke).ThenRefused(new Problem(ProblemCodes.NoSuchCalendarLink, "link"));
        Given(Created, new CalendarLinkRevoked()).When(Revoke).ThenRefused(new Problem(ProblemCodes.NoSuchCalendarLink, "link"));
    }

    [Fact]
    public void It_needs_its_partnership()
    {
        _partnership = null;
        Given().When(Create).ThenRefused(new Problem(ProblemCodes.NoSuchPartnership, "partnership", ["kuuma-seutu"]));
    }
}
