using Vuosikello.Projections;

namespace Vuosikello.Web.Partners;

/// <summary>
/// Who held a role that is on no card any more is forgotten within the hour, whoever took it off and however: a page, a program, an organisation that left. What was
/// written in the last hour stays.
/// </summary>
internal sealed partial class ContactsFollowCards(ContactSweep sweep, IViews views, TimeProvider time, ILogger<ContactsFollowCards> logger) : BackgroundService
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
                await sweep.Sweep(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                NotSwept(failure, Pause);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Contact persons whose role is on no card any more could not be taken out of the accounts database; it is tried again in {Pause}")]
    private partial void NotSwept(Exception failure, TimeSpan pause);
}
