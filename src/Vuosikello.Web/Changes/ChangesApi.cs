using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Api;
using Vuosikello.Web.History;
using Vuosikello.Web.History.Sentences;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Changes;

/// <summary>What changed since the member last looked, as JSON. Asking moves nothing; saying so does.</summary>
public static class ChangesApi
{
    public static void MapChangesApi(this IEndpointRouteBuilder api)
    {
        var changes = api.MapGroup("/partnerships/{partnership}/changes").WithTags("History").Shows(View.Changes);
        changes.MapGet("", Show).Produces<ChangesResource>().ProducesProblem(401).ProducesProblem(404)
            .WithName("GetChanges").WithSummary("What other people changed since you last said to have seen it, by what it is about; at first the last 30 days. skip passes over so many things.");
        changes.MapPut("/seen", Seen).Produces<SeenResource>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(415)
            .Accepts<SeenBody>("application/json")
            .WithName("MarkChangesSeen").WithSummary("Says that you have seen what changed up to a position. The mark moves forward only, and never beyond what has happened.");
    }

    private static async Task<IResult> Show(
        string partnership, int? skip, ChangesSince changes, CurrentMember member, HistoryResourceMaker maker, ApiProblems problems, CancellationToken ct)
    {
        int from = Math.Max(skip ?? 0, 0);
        if (member.Id is not { } id || await changes.Find(id, new(partnership), ct, from) is not { } found) return problems.NotFound();
        var budget = new TextBudget(firstWhole: false);
        int shown = from + found.ByPeople.Subjects.Count;
        return TypedResults.Ok(new ChangesResource(
            new(partnership), found.Look?.At, found.Position.Value, found.ByPeople.Count, found.ByPeople.Changed, found.ByItself.Count,
            [.. found.ByPeople.Subjects.Select(s => new ChangedSubjectResource(
                s.Subject, s.Stream.Value, s.Count, [.. s.Latest.Select(told => maker.InList(new(partnership), told, found.ToMember, budget))]))],
            shown < found.ByPeople.Changed ? shown : null));
    }

    private static async Task<IResult> Seen(
        string partnership, HttpContext http, IPartnershipViews partnerships, IViews views, Looked looks, CurrentMember member, RequestReader reader, ApiProblems problems, IClock clock)
    {
        var body = await reader.Body<SeenBody>(http);
        if (partnerships.Find(new(partnership)) is null || member.Id is not { } who) return problems.NotFound();
        await looks.Move(who, new(partnership), ChangesEndpoints.UpTo(body.Position, views), clock.GetCurrentInstant(), http.RequestAborted);
        var look = await looks.Of(who, new(partnership), http.RequestAborted);
        return TypedResults.Ok(new SeenResource(look!.Value.Position.Value, look.Value.At));
    }
}

/// <param name="Position">That of the changes that were shown.</param>
public sealed record SeenBody(long Position);

/// <param name="Position">Up to where changes count as seen now.</param>
/// <param name="At">When that was said last, UTC.</param>
public sealed record SeenResource(long Position, Instant At);

/// <summary>What others changed in a partnership.</summary>
/// <param name="LookedAt">When you last said to have seen what changed, UTC; left out for who never did.</param>
/// <param name="Position">Up to where this tells everything: what to say to have seen.</param>
/// <param name="Count">How many changes other people made in all.</param>
/// <param name="Changed">How many things they changed.</param>
/// <param name="ByItself">How many changes the service made by itself; they are in the history.</param>
/// <param name="Subjects">Some of them, that changed last first.</param>
/// <param name="Next">The <c>skip</c> of the next ones; left out with the last.</param>
public sealed record ChangesResource(
    PartnershipId Partnership, Instant? LookedAt, long Position, int Count, int Changed, int ByItself, IReadOnlyList<ChangedSubjectResource> Subjects, int? Next);

/// <summary>One thing that changed.</summary>
/// <param name="Subject">What it is called, and the address of its page.</param>
/// <param name="Stream">By which its history is found.</param>
/// <param name="Count">How often it changed.</param>
/// <param name="Latest">The latest changes, newest first.</param>
public sealed record ChangedSubjectResource(Subject Subject, string Stream, int Count, IReadOnlyList<HistoryEntryResource> Latest);
