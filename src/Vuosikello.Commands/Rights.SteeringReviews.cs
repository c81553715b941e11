using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands;

public static partial class Rights
{
    private static Dictionary<Type, Need> SteeringReviews => new()
    {
        [typeof(OpenReview)] = Need.SteeringGroup,
        [typeof(AddReviewParticipant)] = Need.SteeringGroup,
        [typeof(RemoveReviewParticipant)] = Need.SteeringGroup,
        [typeof(AddReviewRemark)] = Need.SteeringGroup,
        [typeof(RemoveReviewRemark)] = Need.SteeringGroup,
        [typeof(CloseReview)] = Need.SteeringChair,
    };
}
