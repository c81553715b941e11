using System.Threading.Channels;
using Vuosikello.Events;
using Vuosikello.Projections;

namespace Vuosikello.Web.Partners;

/// <summary>Partners were asked whether their cards are still right → those who answer for them get a letter. After a restart all questions are gone through again.</summary>
internal sealed partial class LettersFollowQuestions(CardLetters letters, IViews views, ILogger<LettersFollowQuestions> logger) : BackgroundService
{
    private readonly Channel<bool> _glances = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var following = views.OnChange(Changed);
        await views.BecomeReady(stoppingToken);
        _glances.Writer.TryWrite(true);
        await foreach (bool _ in _glances.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await letters.SendAll(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                NotSent(failure);
            }
        }
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
            if (Streams.IsOf(change.Stream, out Domain.PartnershipId _)) _glances.Writer.TryWrite(true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The letters that ask organisations to confirm their cards could not all be written to the accounts database; it is tried again when a partnership changes, and at the next start of the server")]
    private partial void NotSent(Exception failure);
}
