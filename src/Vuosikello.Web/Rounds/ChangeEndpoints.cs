using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Domain.Documents;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rounds;

/// <summary>The coordinator turns a remark into a change of the clause; the change keeps for ever from which remark it came.</summary>
public static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/{round}/change", (string partnership, string round, string partner, Guid clause, RoundContexts contexts, RemarkedClauses clauses, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult(Show(context, partner, clause, clauses)), ct)).Shows(View.RoundChange);
        rounds.MapPost("/{round}/change", (
                string partnership, string round, string partner, Guid clause, IFormCollection form, RoundContexts contexts, RemarkedClauses clauses,
                CommandSender commands, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Change(context, partner, clause, FormValues.Of(form), clauses, commands, ids, ct), ct)).Shows(View.RoundChange)
            .Sends(typeof(EditAgreementClause), typeof(EditRulesClause));
    }

    private static IResult Show(RoundContext context, string partner, Guid clause, RemarkedClauses clauses)
    {
        return clauses.Find(context.Round, new(partner), new(clause)) is { } found
            ? Page(context, found, FormValues.Empty.With("text", found.Text), found.Version, [], StatusCodes.Status200OK)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Change(
        RoundContext context, string partner, Guid clause, FormValues values, RemarkedClauses clauses, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (clauses.Find(context.Round, new(partner), new(clause)) is not { } found) return TypedResults.NotFound();
        if (!long.TryParse(values["version"], out long version)) return TypedResults.BadRequest();

        var origin = new ChangeOrigin(Remark: new RemarkReference(context.Id, new(partner), found.Clause.Id));
        Edit<LocalText>? text = new(new FormReader(values).Text("text"));
        var command = FormIds.Read(values, "command", ids);
        var outcome = found.Document.Kind == DocumentKind.Agreement
            ? await commands.Send(new EditAgreementClause(new AgreementId(context.Partnership.Id, found.Document.Id.Split('/')[^1]), found.Clause.Id, version, null, text, origin), command, ct)
            : await commands.Send(new EditRulesClause(context.Partnership.Id, found.Clause.Id, version, null, text, origin), command, ct);
        if (outcome is Outcome.Done)
            return SeeOther.To($"{RoundAddresses.Answers(context.Id)}#{RoundAddresses.Anchor(new(partner), found.Clause.Id)}", DoneCodes.Saved);

        // after a clash the form goes on from what stands now, which it shows beside what was typed
        var now = clauses.Find(context.Round, new(partner), new(clause)) ?? found;
        return outcome.Answer((problems, status) => Page(context, now, values, outcome is Outcome.Clashed clashed ? clashed.Version : version, problems, status));
    }

    private static RazorComponentResult<ChangePage> Page(
        RoundContext context, RemarkedClause clause, FormValues values, long version, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Clause = clause, Values = values, Version = version, Problems = problems }) { StatusCode = status };
}
