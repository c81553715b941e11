using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;

namespace Vuosikello.Web.Api;

/// <summary>The commands to comment rounds. Times are UTC.</summary>
public static class RoundCommandEndpoints
{
    private const string All = "/partnerships/{partnership}/rounds";
    private const string One = All + "/{round}";

    public static void MapRoundCommands(this IEndpointRouteBuilder api)
    {
        var rounds = api.MapGroup("").WithTags("Comment rounds");
        rounds.Command<RoundPlan, PlanRound>("POST", One, "Plans a comment round: what, whom, when.", (r, plan) => new(r.Round, plan),
            created: c => $"/api/partnerships/{c.Round.Partnership}/rounds/{c.Round.Slug}");
        rounds.Command<RoundPlan, ReplanRound>("PUT", $"{One}/plan", "Plans it otherwise before it opens.", (r, plan) => new(r.Round, plan, r.Reader.Version(r.Http))).BasedOnVersion();
        rounds.Command<OpenRoundBody, OpenRound>("POST", $"{One}/open", "Opens it now: its documents are frozen as they stand.",
            (r, body) => new(r.Round, body.Activities));
        rounds.Command<PartnersBody, InviteToRound>("POST", $"{One}/invite", "Asks more partners while it is open.", (r, body) => new(r.Round, body.Partners));
        rounds.Command<ClosingBody, ProlongRound>("POST", $"{One}/prolong", "Lets it close later.", (r, body) => new(r.Round, body.Closes));
        rounds.Command<ReasonBody, CancelRound>("POST", $"{One}/cancel", "Gives it up while nobody has sent a statement.", (r, body) => new(r.Round, body.Reason));

        rounds.Command<DraftBody, DraftStatement>("PATCH", $"{One}/statements/{{partner}}",
            "Writes on the partner's draft: the given clauses. Others' work on other clauses since the version of If-Match is merged; on the same clause it clashes (409).",
            (r, body) => new(r.Round, r.Partner, r.Reader.Version(r.Http), body.Stands ?? [], body.General)).BasedOnVersion();
        rounds.Command("POST", $"{One}/statements/{{partner}}/send", "Sends the draft as the partner's statement, in the place of the one before.",
            r => new SendStatement(r.Round, r.Partner, r.Reader.Version(r.Http))).BasedOnVersion();
        rounds.Command<LeaveBody, AllowLateStatement>("POST", $"{One}/statements/{{partner}}/allow-late", "Lets one partner state late.",
            (r, body) => new(r.Round, r.Partner, body.Until));
        rounds.Command<AnswerBody, AnswerRemark>("POST", $"{One}/statements/{{partner}}/answer", "Answers a remark of the partner, or answers it otherwise.",
            (r, body) => new(r.Round, r.Partner, body.Clause, body.Kind, body.Reason ?? LocalText.Empty, r.Reader.Version(r.Http))).BasedOnVersion();
    }

    private static void BasedOnVersion(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new VersionRequired()).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}

/// <param name="Activities">Those of the year that are commented on; empty when the round is on no year.</param>
public sealed record OpenRoundBody(ValueList<ActivityId> Activities);

public sealed record PartnersBody(ValueList<PartnerId> Partners);

/// <param name="Closes">The new closing, UTC.</param>
public sealed record ClosingBody(NodaTime.Instant Closes);

public sealed record ReasonBody(LocalText Reason);

/// <param name="Stands">The clauses that changed, whole.</param>
/// <param name="General">The remark on the whole, when it changed; empty to take it away.</param>
public sealed record DraftBody(ValueList<DraftedStand>? Stands = null, LocalText? General = null);

/// <param name="Until">Until this instant, itself outside, UTC.</param>
public sealed record LeaveBody(NodaTime.Instant Until);

/// <param name="Kind">What becomes of the remark.</param>
/// <param name="Clause">Absent for the remark on the whole.</param>
/// <param name="Reason">Why; needed where the remark is not accepted as it is.</param>
public sealed record AnswerBody(AnswerKind Kind, ClauseId? Clause = null, LocalText? Reason = null);
