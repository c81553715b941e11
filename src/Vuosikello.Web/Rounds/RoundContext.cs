using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Guests;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Rounds;

/// <summary>Where a member is with comment rounds, and what the member may do there.</summary>
/// <param name="For">The partner that the member acts for.</param>
/// <param name="Sight">Which rounds the member sees.</param>
public record RoundsContext(PartnershipView Partnership, Standing Standing, PartnerId? For, Sight Sight)
{
    public bool MayCoordinate => Rights.Check(typeof(PlanRound), Standing) is null;

    /// <summary>The partner whose statement the member may write in this round; null for who may write none.</summary>
    public PartnerId? WritesFor(CommentRound round) =>
        For is { } partner && round.IsInvited(partner) && Rights.Check(typeof(DraftStatement), Standing) is null ? partner : null;
}

/// <summary>The same at one round.</summary>
public sealed record RoundContext(PartnershipView Partnership, AggregateView<CommentRound> View, Standing Standing, PartnerId? For, Sight Sight)
    : RoundsContext(Partnership, Standing, For, Sight)
{
    public CommentRound Round => Guest is { Link.Guest: var guest } ? View.State.SeenBy(guest) : View.State;
    public RoundId Id => Round.Id;
    public PartnerId? Writer => WritesFor(Round);

    /// <summary>Who is here by a guest link; null for a member.</summary>
    public Guest? Guest { get; init; }

    /// <summary>Where the statement is written.</summary>
    public string StatementAddress => Guest?.Address ?? RoundAddresses.Statement(Id);

    /// <summary>Where one step of it is written.</summary>
    /// <param name="key">Of a <see cref="StatementStep"/>.</param>
    public string StepAddress(string key) => $"{StatementAddress}?clause={key}";
}

/// <summary>Finds a <see cref="RoundContext"/> by an address. A round is for those who are invited to it; whoever else asks is told that there is none.</summary>
public sealed class RoundContexts(IPartnershipViews partnerships, IRoundViews rounds, Circle circle, CurrentMember member)
{
    /// <summary>Answers a member; whoever else asks is told that there is no such page.</summary>
    public async Task<IResult> AtPartnership(string partnership, Func<RoundsContext, Task<IResult>> answer, CancellationToken ct) =>
        partnerships.Find(new PartnershipId(partnership)) is { } found && circle.Find(member.Id, member.For, found.Id) is { Standing: { } standing } reader
            ? await answer(new RoundsContext(found, standing, member.For, reader.Sight)) : TypedResults.NotFound();

    /// <inheritdoc cref="AtPartnership" />
    public Task<IResult> AtRound(string partnership, string round, Func<RoundContext, Task<IResult>> answer, CancellationToken ct) =>
        AtPartnership(partnership, context => rounds.Find(new RoundId(context.Partnership.Id, round)) is { } view && context.Sight.Sees(view.State)
            ? answer(new RoundContext(context.Partnership, view, context.Standing, context.For, context.Sight))
            : Task.FromResult<IResult>(TypedResults.NotFound()), ct);

    /// <summary>The round as it is after a command.</summary>
    public RoundContext Again(RoundContext context) => context with { View = rounds.Find(context.Id) ?? context.View };
}
