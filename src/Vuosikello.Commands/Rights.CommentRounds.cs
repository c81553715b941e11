using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> CommentRounds => new()
    {
        [typeof(PlanRound)] = Need.Coordinator,
        [typeof(ReplanRound)] = Need.Coordinator,
        [typeof(OpenRound)] = Need.Coordinator,
        [typeof(InviteToRound)] = Need.Coordinator,
        [typeof(ProlongRound)] = Need.Coordinator,
        [typeof(CancelRound)] = Need.Coordinator,
        [typeof(AllowLateStatement)] = Need.Coordinator,
        [typeof(AnswerRemark)] = Need.Coordinator,
        [typeof(DraftStatement)] = Need.EditorOrSignatoryOrGuestOfFor,
        [typeof(SendStatement)] = Need.EditorOrSignatoryOrGuestOfFor,
        [typeof(MakeGuestLink)] = Need.Coordinator,
        [typeof(RevokeGuestLink)] = Need.Coordinator,
        [typeof(CloseRound)] = Need.Process,
        [typeof(RemindInvited)] = Need.Process,
    };
}
