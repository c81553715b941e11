using Microsoft.Extensions.DependencyInjection;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections;
using Vuosikello.Projections.CommentRounds;

namespace Vuosikello.Web.Tests.Rounds;

/// <summary>Waits until a site's views show what is awaited.</summary>
internal static class RoundProgress
{
    private static readonly PartnershipId Kuuma = new("kuuma-seutu");

    public static Task UntilRound(this Site site, string address, Func<CommentRound, bool> so)
    {
        var rounds = site.Services.GetRequiredService<IRoundViews>();
        var id = new RoundId(Kuuma, address.Split('/')[^1]);
        return site.Until(() => rounds.Find(id)?.State is { } state && so(state));
    }

    public static async Task Until(this Site site, Func<bool> so)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var following = site.Services.GetRequiredService<IViews>().OnChange(_ => Look());
        Look();
        await come.Task.WaitAsync(TestContext.Current.CancellationToken);

        void Look()
        {
            if (so()) come.TrySetResult();
        }
    }
}
