using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections;
using Vuosikello.Projections.CalendarLinks;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.CalendarLinks;

namespace Vuosikello.Web.Tests.CalendarLinks;

/// <summary>What is kept of private calendars between two fetches, and what a fetch finds when roles cannot be told.</summary>
public sealed class Kept_private_calendars(Site site) : IClassFixture<Site>
{
    private static readonly FeedChoice Choice = FeedChoice.In("fi") with { Deadlines = true };

    [Fact]
    public async Task Names_that_the_partnership_does_not_have_make_no_calendars_of_their_own()
    {
        var (owner, program) = (await LinkOwner.SignIn(site, Site.EditorOfTuusula), Subscriber.Of(site));
        string path = await owner.Make();
        var work = site.Services.GetRequiredService<FeedWork>();

        byte[] bytes = await program.Bytes($"{path}?theme=tilat");
        long made = work.FeedsMade;

        Assert.Equal(bytes, await program.Bytes($"{path}?theme=ei-ole&theme=tilat"));
        Assert.Equal(bytes, await program.Bytes($"{path}?theme=tilat&theme=eika-tata"));
        Assert.Equal(made, work.FeedsMade);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await program.Status($"{path}?theme=ei-ole"));
    }

    [Fact]
    public async Task When_roles_cannot_be_looked_up_a_program_is_asked_to_come_again()
    {
        var roles = new Roles();
        await using var all = new Site();
        await using var own = all.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddFake(_ => roles)));
        using var client = own.CreateClient(new() { AllowAutoRedirect = false });
        await new Visitor(client).Post("/sign-in/demo", new() { ["member"] = [Site.SteeringGroup] });
        string path = await new LinkOwner(new Visitor(client)).Make();

        roles.Fails = true;
        using var answer = await Subscriber.Of(own).Ask(path);

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("/feeds/", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_fetches_at_once_the_one_that_knows_more_is_kept()
    {
        string path = await (await LinkOwner.SignIn(site, Site.SteeringGroup)).Make();
        string secret = path.Split('/')[^1].Split('.')[0];
        await using var scope = site.Services.CreateAsyncScope();
        var (s, roles) = (scope.ServiceProvider, new Roles());
        var kept = s.GetRequiredService<KeptPrivateFeeds>();
        var link = s.GetRequiredService<ICalendarLinkViews>().FindByToken(Secrets.HashOf(secret))!;
        var feeds = new PrivateFeeds(
            s.GetRequiredService<ICalendarLinkViews>(), s.GetRequiredService<IPartnershipViews>(), roles, s.GetRequiredService<PrivateContents>(),
            s.GetRequiredService<WaitingEntries>(), s.GetRequiredService<PrivateCalendar>(), kept, s.GetRequiredService<IErasedPersons>(), s.GetRequiredService<IViews>(), s.GetRequiredService<IClock>());

        // The slow one knows the role, and stops on its way to the calendar.
        roles.Role = Role.Editor;
        var stopped = roles.StopsAfter(2);
        var slow = Task.Run(async () => await Find());
        await stopped;
        roles.Role = Role.Reader;
        var quick = Task.Run(async () => await Find());
        roles.GoesOn();
        await Task.WhenAll(slow, quick);

        Assert.StartsWith("Reader", kept.Find(link.Id, Choice)!.Basis.Roles, StringComparison.Ordinal);

        ValueTask<PrivateFeed> Find() => feeds.Find(secret, Choice, TestContext.Current.CancellationToken);
    }

    /// <summary>Everybody's one role, which a test changes, holds back and takes away.</summary>
    private sealed class Roles : FakeMemberships
    {
        private readonly TaskCompletionSource _goesOn = new(), _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked = int.MinValue;

        public Role Role { get; set; } = Role.SteeringGroupMember;

        public bool Fails { get; set; }

        /// <returns>Ends when somebody has stopped.</returns>
        public Task StopsAfter(int answers)
        {
            _asked = -answers;
            return _stopped.Task;
        }

        public void GoesOn() => _goesOn.SetResult();

        public override IReadOnlyList<Membership> Of(MemberId member, PartnershipId partnership)
        {
            if (Fails) throw new TimeoutException("The roles cannot be looked up.");
            Membership[] answer = [new(member, partnership, Role, null, false)];
            if (_asked++ != 0) return answer;
            _stopped.SetResult();
            _goesOn.Task.Wait(TestContext.Current.CancellationToken);
            return answer;
        }
    }
}
