using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Printing;

namespace Vuosikello.Web.Reviews;

/// <summary>The pages of one steering review. Anybody reads them; the steering group works on them.</summary>
public static class ReviewEndpoints
{
    private const string One = "/{partnership}/reviews/{review}";

    /// <summary>So many events of the span are on one page.</summary>
    private const int OnPage = 50;

    /// <summary>So many are on paper; the history's own pages have the rest.</summary>
    private const int OnPaper = 500;

    public static void AddReviews(this IServiceCollection services)
    {
        services.AddScoped<ReviewDocuments>();
        services.AddScoped<SubjectWords>();
        services.AddScoped<ReviewFinder>();
        services.AddScoped<ReviewCommands>();
        services.AddScoped<ReviewPrint>();
    }

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        app.MapReviewLists();
        app.MapGet(One, Show).Shows(View.Reviews);
        app.MapPost(One, Act).Shows(View.Reviews)
            .Sends(typeof(AddReviewParticipant), typeof(RemoveReviewParticipant), typeof(AddReviewRemark), typeof(RemoveReviewRemark), typeof(CloseReview));
        app.MapGet($"{One}/remark", Remark).Shows(View.ReviewRemark);
        app.MapGet($"{One}/review.pdf", Print).Shows(View.Reviews).NotedAs("review-pdf");
    }

    private static async Task<IResult> Show(string partnership, string review, HttpContext http, ReviewFinder finder) =>
        await finder.Find(partnership, review, http, http.Request.Query, OnPage) is { } shown
            ? Page(shown, FormValues.Empty, [], StatusCodes.Status200OK)
            : TypedResults.NotFound();

    private static async Task<IResult> Act(
        string partnership, string review, IFormCollection form, HttpContext http, ReviewFinder finder, ReviewCommands commands, INewIds ids, CancellationToken ct)
    {
        if (await finder.Find(partnership, review, http, QueryCollection.Empty, OnPage) is not { } shown) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var outcome = await commands.Send(shown.Review.Id, reader, FormIds.Read(reader.Values, "command", ids), ct);
        if (reader.Problems.Count > 0) return Page(shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        bool removes = reader.Values["do"].StartsWith("remove-", StringComparison.Ordinal);
        return outcome switch
        {
            null => TypedResults.BadRequest(),
            Outcome.Done => SeeOther.To(ReviewAddresses.Of(shown.Review.Id), removes ? DoneCodes.Removed : DoneCodes.Saved),
            _ => outcome.Answer((problems, status) => reader.Values["do"] == "remark-on"
                ? RemarkForm(shown, RemarkSubjectText.Read(reader.Values["about"])!, null, reader.Values, problems, status)
                : Page(shown, reader.Values, problems, status)),
        };
    }

    private static async Task<IResult> Remark(string partnership, string review, string? about, HttpContext http, ReviewFinder finder, SubjectWords words)
    {
        if (RemarkSubjectText.Read(about) is not { } subject) return TypedResults.NotFound();
        if (await finder.Find(partnership, review, http, QueryCollection.Empty, 1) is not { } shown) return TypedResults.NotFound();
        if (!shown.MayWork) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var told = await words.Of([subject], shown.Partnership, shown.Listener, http.RequestAborted);
        return RemarkForm(shown, subject, told[subject], FormValues.Empty, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Print(string partnership, string review, HttpContext http, ReviewFinder finder, ReviewPrint print, IClock clock) =>
        await finder.Find(partnership, review, http, QueryCollection.Empty, OnPaper) is { } shown
            ? print.Of(shown, clock.GetCurrentInstant()).AsPdf(shown.Review.Id.Slug)
            : TypedResults.NotFound();

    private static RazorComponentResult<ReviewPage> Page(ReviewShown shown, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Shown = shown, Values = values, Problems = problems }) { StatusCode = status };

    private static RazorComponentResult<RemarkPage> RemarkForm(
        ReviewShown shown, RemarkSubject subject, SubjectInWords? words, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Shown = shown, Subject = subject, Words = words, Values = values, Problems = problems }) { StatusCode = status };
}
