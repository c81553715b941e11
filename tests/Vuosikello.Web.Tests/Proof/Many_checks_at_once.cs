using Vuosikello.Events.Proof;
using Vuosikello.Web.Proof;

namespace Vuosikello.Web.Tests.Proof;

/// <summary>The check is open to everybody, so nobody may keep others from it.</summary>
public sealed class Many_checks_at_once
{
    [Fact]
    public async Task Files_that_arrive_slowly_keep_nobody_waiting()
    {
        using var checks = new ProofChecks();
        var slow = new TaskCompletionSource<ProofQuestion?>();
        var waiting = Enumerable.Range(0, 8).Select(_ => checks.Check(_ => slow.Task, TestContext.Current.CancellationToken)).ToList();

        var answer = await checks.Check(_ => Task.FromResult<ProofQuestion?>(new(SampleExport.Written, null)), TestContext.Current.CancellationToken);

        Assert.True(answer!.Fits);
        slow.SetResult(null);
        Assert.All(await Task.WhenAll(waiting), Assert.Null);
    }

    [Fact]
    public async Task A_file_that_does_not_arrive_is_given_up_and_its_place_is_free_again()
    {
        using var checks = new ProofChecks { Patience = TimeSpan.FromMilliseconds(1) };
        for (int i = 0; i < 40; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => checks.Check(async ct =>
            {
                await new TaskCompletionSource().Task.WaitAsync(ct);
                return null;
            }, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Who_goes_away_is_not_said_to_be_slow()
    {
        using var checks = new ProofChecks();
        using var gone = new CancellationTokenSource();
        var check = checks.Check(async ct =>
        {
            await new TaskCompletionSource().Task.WaitAsync(ct);
            return null;
        }, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    [Fact]
    public async Task A_file_that_is_no_export_frees_its_place_too()
    {
        using var checks = new ProofChecks();
        for (int i = 0; i < 40; i++)
            await Assert.ThrowsAsync<UnreadableExportException>(() => checks.Check(_ => Task.FromResult<ProofQuestion?>(new("{}"u8.ToArray(), null)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_check_that_takes_too_long_is_given_up_and_its_place_is_free_again()
    {
        using var checks = new ProofChecks { Longest = TimeSpan.Zero };
        for (int i = 0; i < 4; i++)
            await Assert.ThrowsAsync<TooLargeToCheckException>(() => checks.Check(_ => Task.FromResult<ProofQuestion?>(new(SampleExport.Written, null)), TestContext.Current.CancellationToken));
    }
}
