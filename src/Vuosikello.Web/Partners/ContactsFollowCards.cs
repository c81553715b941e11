using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Projections;
using Vuosikello.Projections.Partnerships;

namespace Vuosikello.Web.Partners;

/// <summary>
/// Who held a role that is on no card any more is forgotten within the hour, whoever took it off and however: a page, a program, an organisation that left. What was
/// written in the last hour stays, as this server's views may not have heard of its card yet.
/// </summary>
internal sealed partial class ContactsFollowCards(IPartnershipViews partnerships, IViews views, ContactPersons persons, IClock clock, TimeProvider time, ILogger<ContactsFollowCards> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await views.BecomeReady(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                NotSwept(failure, Pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Sweep(CancellationToken ct)
    {
        var before = clock.GetCurrentInstant() - Duration.FromHours(1);
        foreach (var view in partnerships.All)
        {
            var onCards = view.State.Partners.Values.SelectMany(card => card.Contacts.Select(contact => (card.Id, contact.Id))).ToHashSet();
            await persons.Forget(view.Id, (partner, contact) => !onCards.Contains((partner, contact)), before, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Contact persons whose role is on no card any more could not be taken out of the accounts database; it is tried again in {Pause}")]
    private partial void NotSwept(Exception failure, TimeSpan pause);
}
