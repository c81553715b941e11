using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Guests;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Rounds;

/// <summary>Where a member is with comment rounds, and what the member may do there.</summary>
/// <param name="For">The partner that the member acts for.</param>
public record RoundsContext(PartnershipView Partnership, Standing Standing, PartnerId? For)
{
    public bool MayCoordinate => Rights.Check(typeof(PlanRound), Standing) is null;

    /// <summary>The partner whose statement the member may write in this round; null for who may write none.</summary>
    public PartnerId? WritesFor(CommentRound round) =>
        For is { } partner && round.IsInvited(partner) && Rights.Check(typeof(DraftStatement), Standing) is null ? partner : null;
}

/// <summary>The same at one round.</summary>
public sealed record RoundContext(PartnershipView Partnership, AggregateView<CommentRound> View, Standing Standing, PartnerId? For)
    : RoundsContext(Partnership, Standing, For)
{
    public CommentRound Round => View.State;
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

/// <summary>Finds a <see cref="RoundContext"/> by an address. Rounds are for a partnership's members.</summary>
public sealed class RoundContexts(IPartnershipViews partnerships, IRoundViews rounds, MemberRights rights, Circle circle, CurrentMember member)
{
    /// <summary>Answers a member; whoever else asks is told that there is no such page, or that it is not theirs.</summary>
    public async Task<IResult> AtPartnership(string partnership, Func<RoundsContext, Task<IResult>> answer, CancellationToken ct)
    {
        if (partnerships.Find(new PartnershipId(partnership)) is not { } found) return TypedResults.NotFound();
        if (!await circle.IsMember(member.Id, found.Id, ct) || await rights.Standing(found.Id, ct) is not { } standing)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return await answer(new RoundsContext(found, standing, member.For));
    }

    /// <inheritdoc cref="AtPartnership" />
    public Task<IResult> AtRound(string partnership, string round, Func<RoundContext, Task<IResult>> answer, CancellationToken ct) =>
        AtPartnership(partnership, context => rounds.Find(new RoundId(context.Partnership.Id, round)) is { } view
            ? answer(new RoundContext(context.Partnership, view, context.Standing, context.For))
            : Task.FromResult<IResult>(TypedResults.NotFound()), ct);

    /// <summary>The round as it is after a command.</summary>
    public RoundContext Again(RoundContext context) => context with { View = rounds.Find(context.Id) ?? context.View };
}
