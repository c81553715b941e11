using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.History;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.SteeringReviews;
using Vuosikello.Web.History;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Reviews;

/// <summary>A review with all that its page and its print show.</summary>
/// <param name="Span">What happened in its span, newest first; a part of it where there is much.</param>
/// <param name="Older">What the next part is before; null where this is the last one.</param>
/// <param name="Query">By what the part is narrowed.</param>
/// <param name="Subjects">What its remarks are tied to.</param>
/// <param name="Circle">Who looks at it: who did what is told to members only.</param>
public sealed record ReviewShown(
    PartnershipView Partnership, AggregateView<SteeringReview> View, IReadOnlyList<Told> Span, Position? Older, HistoryQuery Query,
    IReadOnlyDictionary<RemarkSubject, SubjectInWords> Subjects, ReaderCircle Circle)
{
    public SteeringReview Review => View.State;

    public Listener Listener => new(Circle.IsMember, Circle.Sight);

    public bool MayWork => May<AddReviewRemark>();

    public bool MayClose => May<CloseReview>();

    /// <summary>The remarks tied to an event.</summary>
    public IEnumerable<ReviewRemark> On(HistoryEntry entry) =>
        Review.Remarks.Where(r => r.About is { Event: { } number } about && number == entry.Version && RemarkSubjects.StreamOf(about) == entry.Stream);

    private bool May<TCommand>() where TCommand : ICommand =>
        !Review.IsClosed && Circle.Standing is { } standing && Rights.Check(typeof(TCommand), standing) is null;
}

/// <summary>Finds what a review's page shows.</summary>
public sealed class ReviewFinder(
    IReviewViews reviews, IPartnershipViews partnerships, IHistory history, Storyteller storyteller, SubjectWords subjects, Circle circles)
{
    /// <param name="asked">What of the span is wanted: the query of the address.</param>
    /// <param name="count">The most events.</param>
    /// <returns>Null when there is no such review.</returns>
    public async ValueTask<ReviewShown?> Find(string partnership, string review, HttpContext http, IQueryCollection asked, int count)
    {
        var id = new PartnershipId(partnership);
        if (partnerships.Find(id) is not { } found || reviews.Find(new(id, review)) is not { } view) return null;
        var circle = circles.Find(http.User, id);
        var (span, to) = (view.State.Span, new Listener(circle.IsMember, circle.Sight));
        var query = HistoryQuery.Parse(asked, to);
        var filter = new HistoryFilter { From = span.First, To = span.Last, ToMember = to.IsMember, Sight = to.Sight, Kind = query.Filter.Kind, Event = query.Filter.Event, Partner = query.Filter.Partner };
        var page = history.Page(id, filter, query.Before, count);
        var events = await history.Read(page.Entries, http.RequestAborted);
        return new(
            found, view, [.. events.Select(happened => storyteller.Tell(happened, found, to))], page.Older, query,
            await subjects.Of(view.State.Remarks.Select(r => r.About).OfType<RemarkSubject>(), found, to, http.RequestAborted), circle);
    }
}
