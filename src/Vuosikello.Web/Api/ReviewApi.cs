using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.History;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;
using Vuosikello.Web.Reviews;

namespace Vuosikello.Web.Api;

/// <summary>The steering reviews: what can be read, and the commands. Who made what is for members.</summary>
public static class ReviewApi
{
    private const string All = "/partnerships/{partnership}/reviews";
    private const string One = All + "/{review}";

    public static void MapReviewApi(this IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("").WithTags("Steering reviews");
        reviews.MapGet(All, (string partnership, HttpContext http, IReviewViews views, ToldSubjects told, Circle circle) =>
            {
                var to = ListenerOf(circle, http, partnership);
                return TypedResults.Ok(views.Of(new(partnership)).Select(review => ReviewResource.Of(review, to, told)));
            })
            .Produces<ReviewResource[]>().Shows(View.Reviews).WithName("ListReviews").WithSummary("A partnership's steering reviews.");
        reviews.MapGet(One, async (
                string partnership, string review, HttpContext http, IReviewViews views, IAsItWas past, AskedPast asked, ToldSubjects told, Circle circle, ApiProblems problems) =>
                (asked.Moment(http) is { } at
                    ? await past.Of<SteeringReview>(Streams.Of(new ReviewId(new(partnership), review)), at, http.RequestAborted)
                    : views.Find(new(new(partnership), review))) is { } found
                    ? TypedResults.Ok(ReviewResource.Of(found, ListenerOf(circle, http, partnership), told))
                    : problems.NotFound())
            .Produces<ReviewResource>().ProducesProblem(404).ShowsPast().Shows(View.Reviews).WithName("GetReview").WithSummary("A steering review: its span, participants, remarks and conclusion.");

        reviews.Command<OpenReviewBody, OpenReview>("PUT", One, "Opens a review of what happened between two days.", (r, body) => new(Id(r), body.Title, body.Span));
        reviews.Command<ReviewParticipant, AddReviewParticipant>("POST", $"{One}/participants", "Says that somebody took part.", (r, participant) => new(Id(r), participant));
        reviews.Command("DELETE", $"{One}/participants/{{number:int}}", "Says that they did not take part after all.", r => new RemoveReviewParticipant(Id(r), r.Number("number")));
        reviews.Command<RemarkBody, AddReviewRemark>("POST", $"{One}/remarks", "Remarks on an event, a version or a clause, or on the span as a whole.",
            (r, body) => new(Id(r), body.About, body.Text));
        reviews.Command("DELETE", $"{One}/remarks/{{number:int}}", "Takes a remark of one's own back.", r => new RemoveReviewRemark(Id(r), r.Number("number")));
        reviews.Command<LocalText, CloseReview>("POST", $"{One}/close", "Closes the review for good, with its conclusion.", (r, conclusion) => new(Id(r), conclusion));
    }

    private static Listener ListenerOf(Circle circle, HttpContext http, string partnership) =>
        circle.Find(http.User, new(partnership)) is var reader ? new(reader.IsMember, reader.Sight) : default;

    private static ReviewId Id(CommandRequest request) => new(request.Partnership, request.Slug("review"));
}

/// <param name="Span">Days in Helsinki, both included; the last is today at the latest.</param>
public sealed record OpenReviewBody(LocalText Title, ReviewSpan Span);

/// <param name="About">What the remark is tied to; absent for the span as a whole.</param>
public sealed record RemarkBody(LocalText Text, RemarkSubject? About = null);

/// <summary>A steering review as it stands. Who made a remark, took part in person or closed is told to members only.</summary>
/// <param name="Conclusion">Absent while it is open.</param>
public sealed record ReviewResource(
    ReviewId Id, LocalText Title, ReviewSpan Span, IEnumerable<NumberedParticipant> Participants, IEnumerable<RemarkResource> Remarks, LocalText? Conclusion, long Version)
{
    public static ReviewResource Of(AggregateView<SteeringReview> view, Listener to, ToldSubjects told)
    {
        var review = view.State;
        return new(
            review.Id, review.Title, review.Span,
            review.Participants.Select(p => to.IsMember ? p : p with { Participant = p.Participant with { Person = null } }),
            review.Remarks.Select(r => new RemarkResource(r.Number, r.About is { } about && told.Tells(about, review.Id.Partnership, to) ? about : null, r.Text, to.IsMember ? r.By : null, r.At)),
            review.Conclusion?.Text, review.Version);
    }
}

/// <param name="About">What it is tied to; absent for the span as a whole, and where the reader is not told of that.</param>
public sealed record RemarkResource(int Number, RemarkSubject? About, LocalText Text, MemberId? By, NodaTime.Instant At);
