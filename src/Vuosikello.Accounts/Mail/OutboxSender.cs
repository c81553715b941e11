using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Vuosikello.Accounts.Mail;

/// <summary>Sends mails as they come, and those that could not be sent when they are due again.</summary>
internal sealed class OutboxSender(OutboxRun run, OutboxBell bell, MailSettings settings, IClock clock, ILogger<OutboxSender> log) : BackgroundService
{
    /// <summary>So long at most until it looks again by itself: another server may have left something behind.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.CanSend) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                if (await run.SendDue(stoppingToken) is { } next) wait = Between(TimeSpan.FromSeconds(1), (next - clock.GetCurrentInstant()).ToTimeSpan(), LongestWait);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The mails that wait could not be read from the accounts database; they stay there, and it is tried again in {Pause}.", wait);
            }
            await bell.Wait(wait, stoppingToken);
        }
    }

    private static TimeSpan Between(TimeSpan least, TimeSpan wanted, TimeSpan most) => wanted < least ? least : wanted > most ? most : wanted;
}
