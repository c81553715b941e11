using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Web.Access;
using Vuosikello.Web.Board;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Reviews;

/// <summary>The list of a partnership's steering reviews, where a new one is opened.</summary>
public static class ReviewListEndpoints
{
    private const string All = "/{partnership}/reviews";

    public static void MapReviewLists(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, Show).Shows(View.Reviews);
        app.MapPost(All, Open).Shows(View.Reviews).Sends(typeof(OpenReview));
    }

    private static async Task<IResult> Show(
        string partnership, IPartnershipViews partnerships, IReviewViews reviews, MemberRights rights, IClock clock, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var today = clock.Today();
        var values = FormValues.Empty.With("first", FormText.Iso(today.PlusMonths(-3))).With("last", FormText.Iso(today));
        return await Page(found, reviews, values, [], StatusCodes.Status200OK, rights, ct);
    }

    private static async Task<IResult> Open(
        string partnership, IFormCollection form, IPartnershipViews partnerships, IReviewViews reviews, MemberRights rights, CommandSender commands, INewIds ids,
        CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var title = reader.Text("title");
        var (first, last) = (reader.Date("first", "span"), reader.Date("last", "span"));
        if (reader.Problems.Count > 0 || first is not { } from || last is not { } to)
            return await Page(found, reviews, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity, rights, ct);

        var id = new ReviewId(found.Id, Free(reviews, found.Id, title));
        var outcome = await commands.Send(new OpenReview(id, title, new(from, to)), FormIds.Read(reader.Values, "command", ids), ct);
        if (outcome is Outcome.Done) return SeeOther.To(ReviewAddresses.Of(id), DoneCodes.ReviewOpened);
        (IReadOnlyList<Problem> problems, int status) = ([], 0);
        var answer = outcome.Answer((why, code) =>
        {
            (problems, status) = (why, code);
            return TypedResults.Empty;
        });
        return status == 0 ? answer : await Page(found, reviews, reader.Values, problems, status, rights, ct);
    }

    /// <summary>A short name made of the title that no review has yet.</summary>
    private static string Free(IReviewViews reviews, PartnershipId partnership, LocalText title)
    {
        string slug = Slug.From(title.In("fi")) is { Length: > 0 } made ? made[..Math.Min(made.Length, 50)].TrimEnd('-') : "katselmus";
        string free = slug;
        for (int n = 2; reviews.Find(new(partnership, free)) is not null; n++) free = FormattableString.Invariant($"{slug}-{n}");
        return free;
    }

    private static async Task<IResult> Page(
        PartnershipView partnership, IReviewViews reviews, FormValues values, IReadOnlyList<Problem> problems, int status, MemberRights rights, CancellationToken ct) =>
        new RazorComponentResult<ReviewsPage>(new
        {
            Partnership = partnership,
            Reviews = reviews.Of(partnership.Id).OrderByDescending(r => r.State.Span.Last).ThenByDescending(r => r.First.At).ToList(),
            Values = values,
            Problems = problems,
            MayOpen = await rights.May<OpenReview>(partnership.Id, ct),
        })
        { StatusCode = status };
}
