using Vuosikello.Commands.Tests.Kit;
using Vuosikello.Domain;
using Vuosikello.Domain.CalendarLinks;
using Vuosikello.Events;

namespace Vuosikello.Commands.Tests;

public sealed class CalendarLinkSliceTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly CalendarLinkId Link = new(Seutu.Id, new Guid(1, 4, 0, new byte[8]));
    private static readonly StreamName Stream = Streams.Of(Link);

    private static CreateCalendarLink Create(CalendarLinkKind kind = CalendarLinkKind.Mine, int number = 1) =>
        new(Link with { Value = new Guid(number, 4, 0, new byte[8]) }, kind, "Työpuhelin", Hash);

    [Fact]
    public async Task A_link_goes_from_its_making_to_its_revoking()
    {
        var house = await House.WithSeutu();

        Assert.Equal([new CalendarLinkCreated(Link, Members.Reader, CalendarLinkKind.Mine, "Työpuhelin", Hash)], await house.Added(Stream, Create(), Members.Reader));
        Assert.Equal([new CalendarLinkRevoked()], await house.Added(Stream, new RevokeCalendarLink(Link), Members.Reader));
        Assert.Equal([], await house.Added(Stream, new RevokeCalendarLink(Link), Members.Reader));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_link_with_the_first_secret()
    {
        var house = await House.WithSeutu();
        var id = Seutu.CommandNumber(1);
        await house.Done(Create(), Members.Reader, id);

        var again = await house.Done(Create() with { TokenHash = new string('a', 64) }, Members.Reader, id);

        Assert.True(again.Repeated);
        Assert.Equal([new CalendarLinkCreated(Link, Members.Reader, CalendarLinkKind.Mine, "Työpuhelin", Hash)], await house.Events(Stream));
    }

    [Theory]
    [InlineData("SteeringChair", "mine steering-group")]
    [InlineData("SteeringGroup", "mine steering-group")]
    [InlineData("Coordinator", "mine steering-group")]
    [InlineData("Administrator", "mine")]
    [InlineData("EditorOfKerava", "mine")]
    [InlineData("Signatory", "mine")]
    [InlineData("Reader", "mine")]
    [InlineData("Stranger", "")]
    public async Task Every_member_has_an_own_calendar_and_the_steering_group_and_the_coordinator_have_theirs(string role, string allowed)
    {
        var member = (MemberId)typeof(Members).GetField(role)!.GetValue(null)!;
        var house = await House.WithSeutu();

        var may = new List<string>();
        if (await house.Send(Create(), member) is not Outcome.Forbidden) may.Add("mine");
        if (await house.Send(Create(CalendarLinkKind.SteeringGroup, 2), member) is not Outcome.Forbidden) may.Add("steering-group");

        Assert.Equal(allowed, string.Join(' ', may));
    }

    [Fact]
    public async Task Who_may_not_have_the_steering_groups_calendar_is_told_who_may()
    {
        var house = await House.WithSeutu();

        var outcome = await house.Send(Create(CalendarLinkKind.SteeringGroup), Members.Reader);

        Assert.Equal(new Problem(CommandProblems.LinkNeedsSteeringGroup, "kind"), Assert.IsType<Outcome.Forbidden>(outcome).Problem);
    }

    [Fact]
    public async Task Nobody_revokes_the_link_of_another_or_learns_that_there_is_one()
    {
        var house = await House.WithSeutu();
        await house.Done(Create(), Members.Reader);

        foreach (var member in new[] { Members.Administrator, Members.Coordinator, Members.Stranger })
        {
            var real = Assert.IsType<Outcome.NotFound>(await house.Send(new RevokeCalendarLink(Link), member));
            var none = Assert.IsType<Outcome.NotFound>(await house.Send(new RevokeCalendarLink(Create(number: 9).Link), member));
            Assert.Equal(none.Problem, real.Problem);
        }
    }

    [Fact]
    public async Task One_who_is_no_longer_a_member_still_revokes_an_own_link()
    {
        var house = await House.WithSeutu();
        var stamp = new Stamp(Seutu.CommandNumber(7), Members.FormerSignatory, Seutu.Tuusula, Seutu.Now);
        await house.Store.Append(Stream, ExpectedVersion.NoStream,
            [EventSerializer.Serialize(new CalendarLinkCreated(Link, Members.FormerSignatory, CalendarLinkKind.Mine, "Vanha", Hash), stamp, Guid.AllBitsSet)]);

        Assert.Equal([new CalendarLinkRevoked()], await house.Added(Stream, new RevokeCalendarLink(Link), Members.FormerSignatory));
        Assert.IsType<Outcome.Forbidden>(await house.Send(Create(number: 2), Members.FormerSignatory));
    }

    [Fact]
    public async Task What_is_no_link_command_is_refused_before_anything_else()
    {
        var house = await House.WithSeutu();

        Assert.Equal("link", await Flaw(new RevokeCalendarLink(new(Seutu.Id, Guid.Empty))));
        Assert.Equal("name", await Flaw(Create() with { Name = null! }));
        Assert.Equal("kind", await Flaw(Create((CalendarLinkKind)7)));
        Assert.Equal("tokenHash", await Flaw(Create() with { TokenHash = null! }));
        Assert.Equal("tokenHash", await Flaw(Create() with { TokenHash = Hash[1..] }));
        Assert.Equal("tokenHash", await Flaw(Create() with { TokenHash = Hash.ToUpperInvariant() }));

        async Task<string> Flaw<TCommand>(TCommand command) where TCommand : ICommand
        {
            var problem = Assert.Single(Assert.IsType<Outcome.Refused>(await house.Send(command, Members.Reader)).Problems);
            Assert.Equal(CommandProblems.Malformed, problem.Code);
            return problem.Field;
        }
    }
}
