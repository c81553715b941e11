using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Live;
using Vuosikello.Web.Rules;

namespace Vuosikello.Web.Api;

/// <summary>What can be read of working rules: what was adopted by everybody, the draft with its proposals by members.</summary>
public static class RulesViewEndpoints
{
    public static void MapRulesViews(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/partnerships/{partnership}/rules").WithTags("Working rules").Shows(View.Rules);
        rules.MapGet("", async (string partnership, HttpContext http, RulesThen then, ApiProblems problems) =>
                await then.Find(new(partnership), http) is { } found ? TypedResults.Ok(found.Adopted.Select(a => Of(a, found.Partnership))) : problems.NotFound())
            .Produces<RulesVersionResource[]>().ProducesProblem(404).ShowsPast()
            .WithName("ListRulesVersions").WithSummary("The adopted versions, oldest first; the last one is in force.");
        rules.MapGet("/versions/{version}", (string partnership, string version, IRulesViews all, ApiProblems problems) =>
                all.Find(new(partnership))?.State is { } found && found.Adopted.FirstOrDefault(a => a.Version.ToString() == version) is { } adopted
                    ? TypedResults.Ok(Of(adopted, found.Partnership)) : problems.NotFound())
            .Produces<RulesVersionResource>().ProducesProblem(404)
            .WithName("GetRulesVersion").WithSummary("An adopted version, such as 2009 or 2009.2, with its canonical text and hash.");
        rules.MapGet("/draft", Draft).Shows(View.RulesDraft).Produces<RulesDraftResource>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ShowsPast()
            .WithName("GetRulesDraft").WithSummary("The draft with its proposals; for members. Its version is what edits are based on.");
        rules.MapGet("/template", (RulesTemplate template, INewIds ids) => TypedResults.Ok(template.Draft(ids)))
            .Shows(View.RulesTemplate)
            .WithName("GetRulesTemplate").WithSummary("Clauses that a first draft can begin with, in all languages; with new ids each time.");
    }

    private static async Task<IResult> Draft(string partnership, HttpContext http, RulesThen then, IRoundViews rounds, Circle circle, ResourceMaker maker, ApiProblems problems)
    {
        if (await then.Find(new(partnership), http) is not { } found) return problems.NotFound();
        return TypedResults.Ok(new RulesDraftResource(
            found.Version, CanonicalText.HashOf(found.Draft.Canonical(found.Partnership)), found.Round is { } round && rounds.Find(round) is { } seen && circle.Find(http.User, found.Partnership).Sight.Sees(seen.State) ? round : null, found.Headings, Of(found.Draft),
            found.Proposals.Select(p => new ProposalResource(
                p.Id, p.Change, p.Reason, p.Status, p.StandingIn(found), p.Edited, p.Verdict, maker.Of(p.By, toMember: true),
                p.Settled is { } settled ? maker.Of(settled, toMember: true) : null))));
    }

    private static RulesVersionResource Of(AdoptedRules adopted, PartnershipId partnership) => new(
        adopted.Version.ToString(), adopted.By.At.ToString(), adopted.Decision, adopted.Hash, adopted.Text.Canonical(partnership), adopted.Text.Headings, Of(adopted.Text));

    private static IEnumerable<NumberedClauseResource> Of(RulesText text) =>
        text.Numbered().Select(n => new NumberedClauseResource(n.Clause.Id, n.Number, n.Heading.Id, n.Clause.Title, n.Clause.Text));
}

/// <summary>Working rules as they are, or were at the moment that a request asks for.</summary>
public sealed class RulesThen(IRulesViews all, IAsItWas past, AskedPast asked)
{
    /// <returns>Null when there are or were none.</returns>
    public async ValueTask<WorkingRules?> Find(PartnershipId partnership, HttpContext http) =>
        (asked.Moment(http) is { } at ? await past.Of<WorkingRules>(Streams.OfRules(partnership), at, http.RequestAborted) : all.Find(partnership))?.State;
}

/// <param name="Version">Such as <c>2009</c> or <c>2009.2</c>.</param>
/// <param name="Adopted">UTC, ISO 8601.</param>
/// <param name="Hash">SHA-256 of <paramref name="Canonical"/> in UTF-8, lower-case hexadecimal.</param>
public sealed record RulesVersionResource(
    string Version, string Adopted, LocalText Decision, string Hash, string Canonical, ValueList<RulesHeading> Headings, IEnumerable<NumberedClauseResource> Clauses);

/// <param name="Hash">Of its canonical text as it stands: what an adoption names.</param>
/// <param name="Round">The comment round that it is in; left out when in none, or in one that you do not see.</param>
public sealed record RulesDraftResource(
    long Version, string Hash, RoundId? Round, ValueList<RulesHeading> Headings, IEnumerable<NumberedClauseResource> Clauses, IEnumerable<ProposalResource> Proposals);

public sealed record NumberedClauseResource(ClauseId Id, string Number, HeadingId Heading, LocalText Title, LocalText Text);

/// <param name="Standing">Whether the clause was changed or removed after the proposal was made.</param>
/// <param name="Verdict">Why it was declined; empty otherwise.</param>
public sealed record ProposalResource(
    ProposalId Id, ProposedChange Change, LocalText Reason, ProposalStatus Status, ProposalStanding Standing, bool Edited, LocalText Verdict, StampResource By, StampResource? Settled);
