using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Polly;
using Polly.Retry;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Events;
using Outcome = Vuosikello.Commands.Outcome;

namespace Vuosikello.Processes;

/// <summary>Sends what processes bring about, in the server's own name: waits while the store is known to be away, and tries again while it is busy.</summary>
internal sealed class PatientSender(IServiceScopeFactory scopes, IStoreCondition condition, IClock clock, TimeProvider time)
{
    private readonly ResiliencePipeline<Outcome> _untilTheStoreIsBack = new ResiliencePipelineBuilder<Outcome> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Outcome>
        {
            ShouldHandle = static tried => ValueTask.FromResult(tried.Outcome.Result is Outcome.TryAgain),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromMinutes(1),
            UseJitter = true,
        })
        .Build();

    /// <param name="id">Follows from the cause: whoever sends it, and however often, it happens once.</param>
    /// <param name="command">The command with its stamp.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> Send(CommandId id, Func<Stamp, IRequest<Outcome>> command, CancellationToken ct) =>
        await _untilTheStoreIsBack.ExecuteAsync(async token => await Once(id, command, token), ct);

    private async Task<Outcome> Once(CommandId id, Func<Stamp, IRequest<Outcome>> command, CancellationToken ct)
    {
        await condition.Until(canWrite: true, ct);
        await using var scope = scopes.CreateAsyncScope();
        var stamp = new Stamp(id, SystemMember.Id, null, clock.GetCurrentInstant());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command(stamp), ct);
    }
}
