using System.Collections.Immutable;
using NodaTime;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Partnerships;
using static Vuosikello.Domain.Tests.CommentRounds.RoundSample;

namespace Vuosikello.Domain.Tests.CommentRounds;

public sealed class A_guest_link
{
    private static readonly string Hash = new('a', 64);
    private static readonly GuestLinkId Link = new(new Guid("00000000-0000-0000-0000-0000000000a1"));
    private static readonly MemberId Guest = GuestLink.GuestOf(Id, Link);
    private static readonly GuestLinkMade Made = new(Link, Kerava, Hash);

    [Fact]
    public void Is_made_for_an_invited_organisation_before_the_round_opens_or_while_it_is_open()
    {
        At(Before).Given(Planned).When(new MakeGuestLink(Id, Link, Kerava, Hash)).Then(Made);
        At(During).Given(Planned, Opened).When(new MakeGuestLink(Id, Link, Kerava, Hash)).Then(Made);
        At(During).Given(Planned, Opened).When(new MakeGuestLink(Id, Link, Outsider, Hash)).ThenRefused(ProblemCodes.PartnerNotInvited, "partner");
    }

    [Fact]
    public void Is_not_made_after_the_closing_except_for_who_may_state_late()
    {
        At(Closes).Given(Planned, Opened).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenRefused(ProblemCodes.RoundIsOver, "round");
        At(After).Given(Planned, Opened, Closed, new LateStatementAllowed(Kerava, After + Duration.FromDays(1))).When(new MakeGuestLink(Id, Link, Kerava, Hash)).Then(Made);
    }

    [Fact]
    public void Is_not_made_for_an_organisation_with_people_of_its_own_nor_for_one_that_left()
    {
        At(During, Around with { IsRepresented = true }).Given(Planned, Opened).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenRefused(ProblemCodes.PartnerHasMembers, "partner");
        var without = Around with { Partnership = RoundSample.Partnership with { Partners = RoundSample.Partnership.Partners.Remove(Kerava.Value) } };
        At(During, without).Given(Planned, Opened).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenRefused(ProblemCodes.NoSuchPartner, "partner");
    }

    [Fact]
    public void Is_made_once_and_taken_back_for_good()
    {
        At(During).Given(Planned, Opened, Made).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenNothing();
        At(During).Given(Planned, Opened, Made).When(new MakeGuestLink(Id, Link, Tuusula, Hash)).ThenRefused(ProblemCodes.GuestLinkExists, "link");
        At(During).Given(Planned, Opened, Made).When(new RevokeGuestLink(Id, Link)).Then(new GuestLinkRevoked(Link));
        At(After).Given(Planned, Opened, Made, new GuestLinkRevoked(Link)).When(new RevokeGuestLink(Id, Link)).ThenNothing();
        At(During).Given(Planned, Opened, Made, new GuestLinkRevoked(Link)).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenRefused(ProblemCodes.GuestLinkExists, "link");
        At(During).Given(Planned, Opened).When(new RevokeGuestLink(Id, Link)).ThenRefused(ProblemCodes.NoSuchGuestLink, "link");
    }

    [Fact]
    public void An_organisation_has_ten_in_use_at_most()
    {
        var ten = Enumerable.Range(1, 10).Select(i => (IEvent)new GuestLinkMade(new(new Guid(i, 0, 0, new byte[8])), Kerava, Hash)).ToArray();
        At(During).Given([Planned, Opened, .. ten]).When(new MakeGuestLink(Id, Link, Kerava, Hash)).ThenRefused(ProblemCodes.TooMany, "link");
        At(During).Given([Planned, Opened, .. ten]).When(new MakeGuestLink(Id, Link, Tuusula, Hash)).Then(Made with { Partner = Tuusula });
        At(During).Given([Planned, Opened, .. ten, new GuestLinkRevoked(new(new Guid(1, 0, 0, new byte[8])))]).When(new MakeGuestLink(Id, Link, Kerava, Hash)).Then(Made);
    }

    [Fact]
    public void Lets_its_guest_state_for_its_organisation_until_the_round_closes_and_for_nobody_else()
    {
        var round = Round(Planned, Opened, Made);

        Assert.True(MayState(round, Kerava, During));
        Assert.False(MayState(round, Tuusula, During));
        Assert.False(MayState(round, Kerava, Closes));
        Assert.False(MayState(Round(Planned, Made), Kerava, Before));
        Assert.False(MayState(Round(Planned, Opened, Made, new GuestLinkRevoked(Link)), Kerava, During));
        Assert.False(GuestLink.MayState(new MemberId(Link.Value), Kerava, round, RoundSample.Partnership, null, During));
        Assert.True(MayState(Round(Planned, Opened, Made, Closed, new LateStatementAllowed(Kerava, After + Duration.FromDays(1))), Kerava, After));
    }

    [Fact]
    public void Ends_with_the_statement_that_is_sent_by_it_and_with_no_other()
    {
        var round = Round(Planned, Opened, Made, Drafted);

        Assert.True(MayState(With(round, Sent, new MemberId(Guid.NewGuid())), Kerava, During));
        Assert.False(MayState(With(round, Sent, Guest), Kerava, During));
    }

    [Fact]
    public void Ends_as_soon_as_somebody_holds_a_role_for_the_organisation()
    {
        var round = Round(Planned, Opened, Made);
        var somebody = new MemberId(Guid.NewGuid());
        var list = MemberList.Evolve(null, new Fact(new RoleGranted(somebody, Role.Editor, Kerava, false), 0, By(1, null, During)));
        var other = MemberList.Evolve(null, new Fact(new RoleGranted(somebody, Role.Editor, Tuusula, false), 0, By(1, null, During)));

        Assert.False(GuestLink.MayState(Guest, Kerava, round, RoundSample.Partnership, list, During));
        Assert.True(GuestLink.MayState(Guest, Kerava, round, RoundSample.Partnership, other, During));
        Assert.True(GuestLink.MayState(Guest, Kerava, round, RoundSample.Partnership, MemberList.Evolve(list, new Fact(new RoleEnded(somebody, Role.Editor, Kerava), 1, By(1, null, During))), During));
        Assert.False(GuestLink.MayState(Guest, Kerava, round, RoundSample.Partnership with { Partners = ImmutableSortedDictionary<string, Partner>.Empty }, null, During));
    }

    [Fact]
    public void Shows_and_sends_what_was_drafted_by_links_and_never_what_members_drafted()
    {
        var own = new MemberId(Guid.NewGuid());
        var (first, second) = (Drafted.Stands[0], new DraftedStand(Fees, Stance.InFavour, MoreDays));
        var round = With(With(Round(Planned, Opened, Made), Drafted with { Stands = [first] }, own), new StatementDrafted(Kerava, [second], MoreDays), Guest);

        var seen = round.SeenBy(Guest).StatementOf(Kerava)!;
        Assert.Equal([second], seen.Draft.Select(e => e.Stand));
        Assert.NotNull(seen.General);
        Assert.Same(round, round.SeenBy(own));
        var replaced = With(round, new StatementDrafted(Kerava, [second], Drafted.Stands[0].Text), own).SeenBy(Guest).StatementOf(Kerava)!;
        Assert.Empty(replaced.Draft);
        Assert.Null(replaced.General);
    }

    private static bool MayState(CommentRound round, PartnerId partner, Instant now) => GuestLink.MayState(Guest, partner, round, RoundSample.Partnership, null, now);

    private static CommentRound Round(params IEvent[] events)
    {
        CommentRound? round = null;
        for (int i = 0; i < events.Length; i++) round = CommentRound.Evolve(round, new Fact(events[i], i, By(1, null, During)));
        return round!;
    }

    private static CommentRound With(CommentRound round, IEvent happened, MemberId by) =>
        CommentRound.Evolve(round, new Fact(happened, round.Version + 1, By(1, Kerava, During) with { By = by }))!;
}
