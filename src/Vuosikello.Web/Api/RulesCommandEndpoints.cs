using Vuosikello.Domain;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;

namespace Vuosikello.Web.Api;

/// <summary>The commands to working rules.</summary>
public static class RulesCommandEndpoints
{
    private const string One = "/partnerships/{partnership}/rules";
    private const string Clause = One + "/clauses/{clause:guid}";
    private const string Proposal = One + "/proposals/{proposal:guid}";

    public static void MapRulesCommands(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("").WithTags("Working rules");
        rules.Command<ValueList<RulesClause>, DraftRules>("PUT", One, "Begins a first draft with these clauses, or with none.", (r, clauses) => new(r.Partnership, clauses));
        rules.Command<AdoptBody, AdoptRules>("POST", $"{One}/adopt", "Adopts the draft, if its text still has the hash.", (r, body) =>
            new(r.Partnership, body.Year, body.Hash, body.Decision ?? LocalText.Empty));
        rules.Command<LocalText, AddRulesHeading>("PUT", $"{One}/headings/{{heading}}", "Adds a heading.", (r, title) => new(r.Partnership, Heading(r), title));
        rules.Command<LocalText, RenameRulesHeading>("PUT", $"{One}/headings/{{heading}}/title", "Renames a heading.", (r, title) => new(r.Partnership, Heading(r), title));
        rules.Command("DELETE", $"{One}/headings/{{heading}}", "Removes a heading under which nothing stands.", r => new RemoveRulesHeading(r.Partnership, Heading(r)));

        rules.Command<NewRulesClauseBody, AddRulesClause>("PUT", Clause, "Writes a new clause into the draft.", (r, body) =>
            new(r.Partnership, ClauseOf(r), body.Heading, body.Place, body.Title ?? LocalText.Empty, body.Text, body.Origin));
        rules.Command<WordingBody, EditRulesClause>("PATCH", Clause, "Changes a clause's title or text, whichever is given.", (r, body) =>
            new(r.Partnership, ClauseOf(r), body.BasedOn, EditOf(body.Title), EditOf(body.Text), body.Origin));
        rules.Command<PlaceBody, MoveRulesClause>("POST", $"{Clause}/move", "Puts a clause elsewhere.", (r, body) =>
            new(r.Partnership, ClauseOf(r), body.BasedOn, body.Heading, body.Place, body.Origin));
        rules.Command<RemovalBody, RemoveRulesClause>("POST", $"{Clause}/remove", "Removes a clause from the draft.", (r, body) =>
            new(r.Partnership, ClauseOf(r), body.BasedOn, body.Origin));

        rules.Command<ProposalBody, ProposeChange>("PUT", Proposal, "Proposes a change of the draft.", (r, body) =>
            new(r.Partnership, ProposalOf(r), body.Change, body.Reason ?? LocalText.Empty));
        rules.Command<ProposalBody, ReviseProposal>("POST", $"{Proposal}/revise", "Says a proposal otherwise.", (r, body) =>
            new(r.Partnership, ProposalOf(r), body.Change, body.Reason ?? LocalText.Empty));
        rules.Command("POST", $"{Proposal}/withdraw", "Takes a proposal back.", r => new WithdrawProposal(r.Partnership, ProposalOf(r)));
        rules.Command<TakingBody, TakeProposal>("POST", $"{Proposal}/take", "Takes a proposal into the draft, as it is or edited.", (r, body) =>
            new(r.Partnership, ProposalOf(r), body.BasedOn, body.As, body.Origin, body.Reason));
        rules.Command<LocalText, DeclineProposal>("POST", $"{Proposal}/decline", "Declines a proposal, with the reason.", (r, reason) => new(r.Partnership, ProposalOf(r), reason));
    }

    private static HeadingId Heading(CommandRequest request) => new(request.Slug("heading"));

    private static ClauseId ClauseOf(CommandRequest request) => new(request.Guid("clause"));

    private static ProposalId ProposalOf(CommandRequest request) => new(request.Guid("proposal"));

    private static Edit<LocalText>? EditOf(LocalText? text) => text is null ? null : new(text);
}

/// <param name="Hash">Of the draft as it was looked at: see the view of the rules.</param>
/// <param name="Decision">Who decided and where it is recorded; may be left out.</param>
public sealed record AdoptBody(int Year, string Hash, LocalText? Decision = null);

/// <param name="Place">From 1; left out for the last.</param>
/// <param name="Origin">The remark that it answers; left out for none.</param>
public sealed record NewRulesClauseBody(HeadingId Heading, LocalText Text, LocalText? Title = null, int? Place = null, ChangeOrigin? Origin = null);

/// <param name="BasedOn">The version of the rules that the editor saw.</param>
public sealed record WordingBody(long BasedOn, LocalText? Title = null, LocalText? Text = null, ChangeOrigin? Origin = null);

/// <inheritdoc cref="WordingBody" />
public sealed record PlaceBody(long BasedOn, HeadingId Heading, int? Place = null, ChangeOrigin? Origin = null);

/// <inheritdoc cref="WordingBody" />
public sealed record RemovalBody(long BasedOn, ChangeOrigin? Origin = null);

public sealed record ProposalBody(ProposedChange Change, LocalText? Reason = null);

/// <inheritdoc cref="WordingBody" />
/// <param name="As">The change as it was edited; left out to take it as it is.</param>
/// <param name="Reason">Why; may be left out.</param>
public sealed record TakingBody(long BasedOn, ProposedChange? As = null, ChangeOrigin? Origin = null, LocalText? Reason = null);
