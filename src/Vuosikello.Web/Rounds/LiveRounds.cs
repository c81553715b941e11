using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Live;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Rounds;

/// <summary>What the live pages of rounds work with.</summary>
public sealed class LiveRoundParts(IPartnershipViews partnerships, IRoundViews rounds, IClock clock, FragmentRenderer renderer, LiveWords words)
{
    public LiveWords Words => words;

    public AggregateView<CommentRound>? Find(RoundId round) => rounds.Find(round);

    /// <summary>The round as a reader stands to it; null when there is no such round, or the reader is not among those invited.</summary>
    public RoundContext? At(RoundId round, ReaderCircle reader) =>
        reader is { Standing: { } standing } && partnerships.Find(round.Partnership) is { } partnership && rounds.Find(round) is { } view && reader.Sight.Sees(view.State)
            ? new RoundContext(partnership, view, standing, standing.For, reader.Sight) : null;

    public async ValueTask<IReadOnlyList<Fragment>?> Render(RoundContext? context, string address, Func<FragmentRenderer.Pieces, RoundContext, Instant, Task> pieces) =>
        context is null ? null : await renderer.Render(fragments => pieces(fragments, context, clock.GetCurrentInstant()), address);

    /// <summary>A round by what stands in a key; null for what can be none.</summary>
    public static RoundId? RoundOf(string partnership, string slug) => Slug.IsValid(partnership) && Slug.IsValid(slug) ? new(new(partnership), slug) : null;
}

/// <summary>A live page of a round.</summary>
internal abstract class LiveRoundPage(string key, RoundId round, LiveRoundParts parts) : LiveDocument(key, round.Partnership, Streams.Of(round), parts.Words)
{
    protected RoundId Id => round;
    protected LiveRoundParts Parts => parts;
    protected CommentRound? Round => parts.Find(round)?.State;

    // Who wrote last may be of another partner, whose draft is its own affair: nobody is named.
    public override IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle) =>
        Round is { } shown ? [parts.Words.Changed(shown.Plan.Title, null)] : [];
}

/// <summary>Rounds' pages are live: <c>round/kuuma-seutu/kevat</c>.</summary>
public sealed class LiveRounds(LiveRoundParts parts) : ILivePages
{
    public string Kind => "round";

    public static string KeyOf(RoundId round) => $"round/{round}";

    public ILivePage? Find(string rest) => rest.Split('/') is [var partnership, var slug] && LiveRoundParts.RoundOf(partnership, slug) is { } id ? new LiveRound(id, parts) : null;
}

internal sealed class LiveRound(RoundId round, LiveRoundParts parts) : LiveRoundPage(LiveRounds.KeyOf(round), round, parts)
{
    public override View View => View.Round;

    public override ReaderCircle? CircleOf(ReaderCircle reader) => Parts.At(Id, reader) is null ? null : reader;

    public override ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct) =>
        Parts.Render(Parts.At(Id, circle), RoundAddresses.Of(Id), async (fragments, context, now) =>
        {
            await fragments.Renew<RoundHead>("round-head", new { Context = context, Now = now });
            await fragments.Fill<RoundPartners>("round-partners", new { context.Round, Partnership = context.Partnership.State, MayPlan = context.MayCoordinate });
            if (context.MayCoordinate) await fragments.Fill<RoundActions>("round-actions", new { Context = context, Now = now });
            await fragments.Fill<FrozenText>("round-text", new { context.Round });
        });
}
