using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.Rules;
using Vuosikello.Events;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Projections.Rules;
using Vuosikello.Web.Live;
using Vuosikello.Web.Rounds;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Rules;

/// <summary>Where a request about working rules is, and what the member may do there.</summary>
/// <param name="Rules">Null before the first draft.</param>
/// <param name="IsMember">True for the circle of members: drafts and proposals are theirs, what was adopted is everybody's.</param>
/// <param name="For">The organisation that the member acts for.</param>
public sealed record RulesContext(PartnershipView Partnership, WorkingRules? Rules, Standing? Standing, bool IsMember, PartnerId? For)
{
    public PartnershipId Id => Partnership.Id;

    public bool May<TCommand>() where TCommand : IRulesCommand => Standing is { } standing && Rights.Check(typeof(TCommand), standing) is null;

    /// <summary>Writes in the draft itself.</summary>
    public bool MayEdit => May<EditRulesClause>();

    /// <summary>Which drafts and rounds the reader sees.</summary>
    public Sight Sight { get; init; }

    /// <summary>The rules, for members, who see from which remarks of a round a clause changed where they see the round.</summary>
    public RemarkedDocument? Remarked => IsMember ? new(Streams.OfRules(Id), Sight) : null;

    /// <summary>True when the proposal is the member's organisation's own.</summary>
    public bool Owns(Proposal proposal) => May<ReviseProposal>() && proposal.By.For == For;
}

/// <summary>Finds a <see cref="RulesContext"/> by an address.</summary>
public sealed class RulesContexts(IPartnershipViews partnerships, IRulesViews rules, MemberRights rights, Circle circle, CurrentMember member)
{
    /// <returns>Null when there is no such partnership.</returns>
    public async ValueTask<RulesContext?> Find(string partnership, CancellationToken ct)
    {
        var id = new PartnershipId(partnership);
        if (partnerships.Find(id) is not { } found) return null;
        return new(found, rules.Find(id)?.State, await rights.Standing(id, ct), await circle.IsMember(member.Id, id, ct), member.For) { Sight = circle.Find(member.Id, member.For, id).Sight };
    }

    /// <summary>The same for a page of members: the answer to send instead, or the context with the rules' draft.</summary>
    public async ValueTask<(RulesContext? Context, IResult? Instead)> FindDraft(string partnership, CancellationToken ct)
    {
        if (await Find(partnership, ct) is not { Rules: not null } context) return (null, TypedResults.NotFound());
        return context.IsMember ? (context, null) : (null, TypedResults.StatusCode(StatusCodes.Status403Forbidden));
    }
}

/// <summary>The addresses of working rules.</summary>
public static class RulesAddresses
{
    public static string Of(PartnershipId partnership) => $"/{partnership}/rules";
    public static string Compare(PartnershipId partnership) => $"/{partnership}/rules/compare";
    public static string Export(PartnershipId partnership) => $"/{partnership}/rules/export.json";
    public static string Draft(PartnershipId partnership) => $"/{partnership}/rules/draft";
    public static string Draft(PartnershipId partnership, ClauseId clause) => $"{Draft(partnership)}#{Anchor(clause)}";
    public static string Of(PartnershipId partnership, RulesVersion version) => $"/{partnership}/rules/versions/{version}";
    public static string Of(PartnershipId partnership, ProposalId proposal) => $"/{partnership}/rules/proposals/{proposal}";
    public static string Clause(PartnershipId partnership, ClauseId clause, string what) => $"/{partnership}/rules/draft/clauses/{clause}/{what}";
    public static string NewClause(PartnershipId partnership) => $"/{partnership}/rules/draft/clauses/new";
    public static string NewClause(PartnershipId partnership, HeadingId heading) => $"{NewClause(partnership)}?heading={heading}";

    /// <summary>The id of the clause's element on the page of the draft.</summary>
    public static string Anchor(ClauseId clause) => $"clause-{clause}";
}
