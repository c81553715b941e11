using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rules;

/// <summary>The page of one proposal: those who made it revise or withdraw it, the coordinator takes, edits and takes, or declines it.</summary>
public static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder rules)
    {
        var proposals = rules.MapGroup("/proposals/{proposal:guid}").Shows(View.Proposal);
        proposals.MapGet("", Show);
        proposals.MapPost("", Act).Sends(typeof(TakeProposal), typeof(DeclineProposal), typeof(ReviseProposal), typeof(WithdrawProposal));
    }

    private static async Task<IResult> Show(string partnership, Guid proposal, RulesContexts contexts, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null) return instead;
        if (context!.Rules!.Find(new ProposalId(proposal)) is not { } found) return TypedResults.NotFound();
        var values = RulesForms.Of(found.Change, context.Rules).With("revision", found.Reason.In(Languages.LanguageSetup.Current));
        return Page(context, found, values, [], StatusCodes.Status200OK);
    }

    private static async Task<IResult> Act(
        string partnership, Guid proposal, IFormCollection form, RulesContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null) return instead;
        if (context!.Rules!.Find(new ProposalId(proposal)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var typed = Typed(found.Change, reader);
        if (reader.Problems.Count > 0) return Page(context, found, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        if (reader.Values["do"] is "edit" or "as-new" && QuestionOf(context.Rules, found.Change, typed, reader.Values) is { } question)
            return Page(context, found, reader.Values, [question], StatusCodes.Status422UnprocessableEntity);
        var outcome = await Send(context, found, typed, reader, commands, ids, ct);
        return outcome switch
        {
            null => TypedResults.BadRequest(),
            Outcome.Done => SeeOther.To(RulesAddresses.Draft(context.Id, typed.Clause), DoneOf(reader.Values["do"])),
            Outcome.Clashed clashed => Page(context, found, reader.Values.With("basedOn", RulesForms.Of(found.Change, context.Rules)["basedOn"]),
                [.. clashed.Clashes.Select(c => new Problem(FormProblems.ChangedMeanwhile, c.Field))], StatusCodes.Status409Conflict),
            _ => outcome.Answer((problems, status) => Page(context, found, reader.Values, [.. problems.Select(p => AtItsField(p, reader.Values["do"]))], status)),
        };
    }

    private static Problem? QuestionOf(WorkingRules rules, ProposedChange proposed, ProposedChange edited, FormValues typed) =>
        OtherLanguages.Question(typed, rules.Find(edited.Clause)?.Clause, edited) ?? OtherLanguages.Question(typed, proposed, edited);

    private static async Task<Outcome?> Send(
        RulesContext context, Proposal proposal, ProposedChange typed, FormReader reader, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (partnership, basedOn) = (context.Id, RulesForms.BasedOn(reader.Values));
        var id = FormIds.Read(reader.Values, "command", ids);
        return reader.Values["do"] switch
        {
            "take" => await commands.Send(new TakeProposal(partnership, proposal.Id, basedOn), id, ct),
            "edit" => await commands.Send(new TakeProposal(partnership, proposal.Id, basedOn, typed, Reason: Why(reader)), id, ct),
            "as-new" => await commands.Send(new TakeProposal(partnership, proposal.Id, basedOn, AsNew(typed, reader, ids), Reason: Why(reader)), id, ct),
            "decline" => await commands.Send(new DeclineProposal(partnership, proposal.Id, RulesForms.Here(reader.Optional("verdict"))), id, ct),
            "revise" => await commands.Send(new ReviseProposal(partnership, proposal.Id, typed, RulesForms.Here(reader.Optional("revision"))), id, ct),
            "withdraw" => await commands.Send(new WithdrawProposal(partnership, proposal.Id), id, ct),
            _ => null,
        };
    }

    private static ProposedChange Typed(ProposedChange proposed, FormReader reader) => proposed.Kind switch
    {
        ProposalKind.New => ProposedChange.New(proposed.Clause, RulesForms.Heading(reader.Values), RulesForms.Place(reader), reader.Text("title"), reader.Text("text")),
        ProposalKind.Changed => ProposedChange.Changed(proposed.Clause, reader.Text("title"), reader.Text("text")),
        ProposalKind.Moved => ProposedChange.Moved(proposed.Clause, RulesForms.Heading(reader.Values), RulesForms.Place(reader)),
        _ => proposed,
    };

    private static ProposedChange AsNew(ProposedChange typed, FormReader reader, INewIds ids) => ProposedChange.New(
        new ClauseId(FormIds.Read(reader.Values, "clause", ids)), RulesForms.Heading(reader.Values), RulesForms.Place(reader),
        typed.Title ?? LocalText.Empty, typed.Text ?? LocalText.Empty);

    private static LocalText Why(FormReader reader) => RulesForms.Here(reader.Optional("why"));

    // Three of the page's fields are a reason; which one is meant follows from the button.
    private static Problem AtItsField(Problem problem, string button) => problem.Field != RulesFields.Reason ? problem : problem with
    {
        Field = button switch { "decline" => "verdict", "revise" => "revision", _ => "why" },
    };

    private static string DoneOf(string what) => what switch
    {
        "decline" => DoneCodes.ProposalDeclined,
        "revise" => DoneCodes.Saved,
        "withdraw" => DoneCodes.ProposalWithdrawn,
        _ => DoneCodes.ProposalTaken,
    };

    private static RazorComponentResult<RulesProposalPage> Page(
        RulesContext context, Proposal proposal, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Proposal = proposal, Values = values, Problems = problems }) { StatusCode = status };
}
