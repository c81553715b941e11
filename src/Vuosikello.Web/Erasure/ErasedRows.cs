using System.Threading.Channels;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Memberships;
using AccountsErasure = Vuosikello.Accounts.PersonalData.Erasure;

namespace Vuosikello.Web.Erasure;

/// <summary>
/// Whoever was erased, as the log says, is taken out of the accounts: at once on the server that erased them, on others when they hear of it, and at the
/// start of each, when a restored backup still has them.
/// </summary>
internal sealed class ErasedRows(IErasedPersons erased, IViews views, AccountsErasure erasure, ILogger<ErasedRows> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

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
                int gone = await erasure.Erase(erased.All, stoppingToken);
                if (gone > 0) log.LogInformation("{Persons} persons who were erased by the log have been taken out of the accounts.", gone);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Persons who were erased are still in the accounts database; it is tried again in {Pause}.", Pause);
                await Task.Delay(Pause, stoppingToken);
                _glances.Writer.TryWrite(true);
            }
        }
    }

    private void Changed(IReadOnlyList<ViewChange> changes)
    {
        foreach (var change in changes)
            if (change.Stream == Streams.OfAdministrators) _glances.Writer.TryWrite(true);
    }
}
