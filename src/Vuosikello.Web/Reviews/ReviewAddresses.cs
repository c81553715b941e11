using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;

namespace Vuosikello.Web.Reviews;

/// <summary>Where steering reviews are.</summary>
public static class ReviewAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/reviews";

    public static string Of(ReviewId review) => $"/{review.Partnership}/reviews/{review.Slug}";

    /// <summary>The form for a remark on something.</summary>
    public static string Remark(ReviewId review, RemarkSubject about) => $"{Of(review)}/remark?about={Uri.EscapeDataString(RemarkSubjectText.Write(about))}";
}
