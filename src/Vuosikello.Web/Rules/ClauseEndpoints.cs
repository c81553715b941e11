using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Rules;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rules;

/// <summary>What the form of a clause shows.</summary>
/// <param name="Kind">What is to become of the clause.</param>
/// <param name="Clause">As it stands; null of a new one.</param>
/// <param name="Clashes">What others changed while the form was open.</param>
public sealed record ClauseAttempt(
    ProposalKind Kind, ClauseId Id, DraftClause? Clause, FormValues Values, IReadOnlyList<Problem> Problems, IReadOnlyList<Clash> Clashes);

/// <summary>
/// The forms of clauses: a new one, another wording, another place, a removal. Who may edit the draft writes into it or proposes;
/// all other editors propose.
/// </summary>
public static class ClauseEndpoints
{
    public static void MapClauses(this IEndpointRouteBuilder rules)
    {
        var clauses = rules.MapGroup("/draft/clauses").Shows(View.ClauseForm);
        clauses.MapGet("/new", ShowNew);
        clauses.MapPost("/new", PostNew).Sends(typeof(ProposeChange), typeof(AddRulesClause));
        clauses.MapGet("/{clause:guid}/{what}", Show);
        clauses.MapPost("/{clause:guid}/{what}", Post).Sends(typeof(ProposeChange), typeof(AddRulesClause), typeof(EditRulesClause), typeof(MoveRulesClause), typeof(RemoveRulesClause));
    }

    /// <summary>The last part of the address; null for what is none.</summary>
    public static ProposalKind? KindOf(string what) => what switch
    {
        "change" => ProposalKind.Changed,
        "move" => ProposalKind.Moved,
        "remove" => ProposalKind.Removed,
        _ => null,
    };

    private static async Task<IResult> ShowNew(string partnership, string? heading, RulesContexts contexts, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await Editable(contexts, partnership, ct);
        if (instead is not null) return instead;
        var values = FormValues.Empty.With("heading", heading).With("clause", ids.Next().ToString());
        return Page(context!, new(ProposalKind.New, default, null, values, [], []), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Show(string partnership, Guid clause, string what, RulesContexts contexts, CancellationToken ct)
    {
        var (context, instead) = await Editable(contexts, partnership, ct);
        if (instead is not null) return instead;
        var rules = context!.Rules!;
        if (KindOf(what) is not { } kind || rules.Find(new ClauseId(clause)) is not { } found) return TypedResults.NotFound();
        return Page(context, new(kind, found.Id, found, RulesForms.Of(found.Clause, rules.PlaceOf(found.Clause), rules.Version), [], []), StatusCodes.Status200OK);
    }

    private static async Task<IResult> PostNew(
        string partnership, IFormCollection form, RulesContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await Editable(contexts, partnership, ct);
        if (instead is not null) return instead;
        var reader = new FormReader(FormValues.Of(form));
        var attempt = new ClauseAttempt(ProposalKind.New, new(FormIds.Read(reader.Values, "clause", ids)), null, reader.Values, [], []);
        var change = ProposedChange.New(attempt.Id, RulesForms.Heading(reader.Values), RulesForms.Place(reader), reader.Text("title"), reader.Text("text"));
        return await Answer(context!, attempt, reader, change, commands, ids, ct);
    }

    private static async Task<IResult> Post(
        string partnership, Guid clause, string what, IFormCollection form, RulesContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        var (context, instead) = await Editable(contexts, partnership, ct);
        if (instead is not null) return instead;
        if (KindOf(what) is not { } kind) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var id = new ClauseId(clause);
        var attempt = new ClauseAttempt(kind, id, context!.Rules!.Find(id), reader.Values, [], []);
        var change = kind switch
        {
            ProposalKind.Changed => ProposedChange.Changed(id, reader.Text("title"), reader.Text("text")),
            ProposalKind.Moved => ProposedChange.Moved(id, RulesForms.Heading(reader.Values), RulesForms.Place(reader)),
            _ => ProposedChange.Removed(id),
        };
        return await Answer(context, attempt, reader, change, commands, ids, ct);
    }

    private static async Task<IResult> Answer(
        RulesContext context, ClauseAttempt attempt, FormReader reader, ProposedChange change, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (reader.Problems.Count > 0) return Page(context, attempt with { Problems = reader.Problems }, StatusCodes.Status422UnprocessableEntity);
        bool proposes = reader.Values["do"] == "propose";
        var command = FormIds.Read(reader.Values, "command", ids);
        var outcome = proposes
            ? await commands.Send(new ProposeChange(context.Id, new ProposalId(command), change, RulesForms.Here(reader.Optional("reason"))), command, ct)
            : await Send(context.Id, change, reader, commands, command, ct);
        return outcome switch
        {
            Outcome.Done => SeeOther.To(RulesAddresses.Draft(context.Id, change.Clause), proposes ? DoneCodes.Proposed : DoneOf(change.Kind)),
            Outcome.Clashed clashed => Page(context, AfterClash(attempt, context, clashed), StatusCodes.Status409Conflict),
            _ => outcome.Answer((problems, status) => Page(context, Refused(attempt, context.Rules!, ids) with { Problems = problems }, status)),
        };
    }

    private static Task<Outcome> Send(PartnershipId partnership, ProposedChange change, FormReader reader, CommandSender commands, Guid id, CancellationToken ct)
    {
        long basedOn = RulesForms.BasedOn(reader.Values);
        return change.Kind switch
        {
            ProposalKind.New => commands.Send(new AddRulesClause(partnership, change.Clause, change.Heading ?? default, change.Place, change.Title!, change.Text!), id, ct),
            ProposalKind.Changed => commands.Send(
                new EditRulesClause(partnership, change.Clause, basedOn, RulesForms.Changed(reader, "title"), RulesForms.Changed(reader, "text")), id, ct),
            ProposalKind.Moved => commands.Send(new MoveRulesClause(partnership, change.Clause, basedOn, change.Heading ?? default, change.Place), id, ct),
            _ => commands.Send(new RemoveRulesClause(partnership, change.Clause, basedOn), id, ct),
        };
    }

    // The form is then based on what stands now: whoever sends it again has seen both.
    private static ClauseAttempt AfterClash(ClauseAttempt attempt, RulesContext context, Outcome.Clashed clashed) => attempt with
    {
        Clashes = clashed.Clashes,
        Problems = [.. clashed.Clashes.Select(c => new Problem(FormProblems.ChangedMeanwhile, c.Field))],
        Values = attempt.Values.With("basedOn", clashed.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Clause = context.Rules?.Find(attempt.Id),
    };

    // What was written into a clause that somebody removed meanwhile is not lost: the form goes on as that of a new clause where it stood.
    private static ClauseAttempt Refused(ClauseAttempt attempt, WorkingRules rules, INewIds ids) =>
        attempt.Kind == ProposalKind.Changed && rules.Find(attempt.Id) is null && rules.FindRemoved(attempt.Id) is { } removed
            ? attempt with
            {
                Kind = ProposalKind.New,
                Id = default,
                Values = attempt.Values.With("heading", removed.Clause.Heading.Value).With("clause", ids.Next().ToString()),
            }
            : attempt;

    private static string DoneOf(ProposalKind kind) => kind switch
    {
        ProposalKind.New => DoneCodes.ClauseAdded,
        ProposalKind.Moved => DoneCodes.ClauseMoved,
        ProposalKind.Removed => DoneCodes.Removed,
        _ => DoneCodes.Saved,
    };

    private static async ValueTask<(RulesContext? Context, IResult? Instead)> Editable(RulesContexts contexts, string partnership, CancellationToken ct)
    {
        var (context, instead) = await contexts.FindDraft(partnership, ct);
        if (instead is not null || context!.May<ProposeChange>()) return (context, instead);
        return (null, TypedResults.StatusCode(StatusCodes.Status403Forbidden));
    }

    private static RazorComponentResult<RulesClausePage> Page(RulesContext context, ClauseAttempt attempt, int status) =>
        new(new { Context = context, Attempt = attempt }) { StatusCode = status };
}
