using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfRound(ICommand command) => command switch
    {
        IRoundCommand { Round.Slug: null } => "round",
        IStatementCommand { Partner.Value: null } => "partner",
        MakeGuestLink { Link.Value: var id } when id == Guid.Empty => "link",
        MakeGuestLink { Partner.Value: null } => "partner",
        MakeGuestLink make when !IsSha256(make.SecretHash) => "secretHash",
        RevokeGuestLink { Link.Value: var id } when id == Guid.Empty => "link",
        PlanRound plan => FlawOf(plan.Plan),
        ReplanRound replan => FlawOf(replan.Plan),
        OpenRound { Activities: null } => "activities",
        InviteToRound { Partners: null } => "partners",
        CancelRound { Reason: null } or AnswerRemark { Reason: null } => "reason",
        AllowLateStatement { Partner.Value: null } or AnswerRemark { Partner.Value: null } => "partner",
        DraftStatement draft => draft.Stands is null || draft.Stands.Any(s => s?.Text is null) ? "stands" : null,
        _ => null,
    };

    private static string? FlawOf(RoundPlan plan) => plan switch
    {
        null => "plan",
        { Title: null } => "title",
        { Introduction: null } => "introduction",
        { Subject: not { Agreements: not null } } => "subject",
        { Invited: null } => "invited",
        { RemindBefore: null } => "remindBefore",
        _ => null,
    };
}
