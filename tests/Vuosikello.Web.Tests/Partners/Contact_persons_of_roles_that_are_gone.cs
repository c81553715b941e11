using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Partners;

namespace Vuosikello.Web.Tests.Partners;

/// <summary>A server that knows less than the log takes nobody out of the accounts.</summary>
public sealed class Contact_persons_of_roles_that_are_gone
{
    private static readonly PartnershipId Here = new("kuuma-seutu");
    private static readonly PartnerId Town = new("tuusula");
    private static readonly ContactId Unheard = new(new Guid("5f0e7a52-7d1c-4a43-9a2e-0d3b5c6e7f02"));

    [Fact]
    public async Task They_are_forgotten_once_the_views_show_all_of_the_log()
    {
        await using var site = await WithSomebody();
        var store = site.Services.GetRequiredService<IEventStore>();

        await SweepOn(site, store).Sweep(TestContext.Current.CancellationToken);

        Assert.Empty(await Persons(site).Of(Here, Town, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task They_stay_while_the_store_does_not_say_how_far_the_log_goes()
    {
        await using var site = await WithSomebody();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => SweepOn(site, new EndOf(() => throw new StoreUnavailableException("away", transient: true))).Sweep(TestContext.Current.CancellationToken));

        Assert.Single(await Persons(site).Of(Here, Town, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task They_stay_while_the_log_has_what_the_views_do_not_show()
    {
        await using var site = await WithSomebody();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var sweep = SweepOn(site, new EndOf(() => new Position(long.MaxValue))).Sweep(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweep);
        Assert.Single(await Persons(site).Of(Here, Town, TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody holds a role that is on no card of the views.</summary>
    private static async Task<Site> WithSomebody()
    {
        var site = new Site();
        await site.Visit();
        await Persons(site).Set(Here, Town, Unheard, new ContactDetails("Esimerkki Henkilö", null, null), TestContext.Current.CancellationToken);
        return site;
    }

    private static ContactPersons Persons(Site site) => site.Services.GetRequiredService<ContactPersons>();

    // Two hours later by a clock of its own: the server's own sweep takes nobody away.
    private static ContactSweep SweepOn(Site site, IEventStore store) =>
        new(site.Services.GetRequiredService<IPartnershipViews>(), site.Services.GetRequiredService<IViews>(), store, Persons(site), new MovingClock(Site.Today + Duration.FromHours(2)));

    /// <summary>A store that is asked for its end alone.</summary>
    private sealed class EndOf(Func<Position> end) : IEventStore
    {
        public Task<Position> End(CancellationToken ct = default) => Task.FromResult(end());

        public Task<AppendResult> Append(StreamName stream, ExpectedVersion expected, IReadOnlyList<EventData> events, CancellationToken ct = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedEvent> ReadStream(StreamName stream, long fromVersion = 0, CancellationToken ct = default) => throw new NotSupportedException();

        public IAsyncEnumerable<RecordedEvent> ReadAll(Position after, CancellationToken ct = default) => throw new NotSupportedException();

        public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(Position after, CancellationToken ct = default) => throw new NotSupportedException();
    }
}
