using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Commands;

internal static partial class Shape
{
    private static string? FlawOfReview(ICommand command) => command switch
    {
        IReviewCommand { Review.Slug: null or "" } => "review",
        OpenReview { Title: null } => "title",
        OpenReview { Span: null } => "span",
        AddReviewParticipant { Participant: not { Role: not null } } => "participant",
        AddReviewRemark { Text: null } => "text",
        AddReviewRemark { About: { Id: null } } => "about",
        CloseReview { Conclusion: null } => "conclusion",
        _ => null,
    };
}
