using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rounds;

/// <summary>
/// An invited partner's statement: one clause after the other, each saved as a draft by itself, and sent as a whole. Who may not write it
/// does not see it, whatever its state.
/// </summary>
public static class StatementEndpoints
{
    public static void MapStatement(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/{round}/statement", (string partnership, string round, string? clause, RoundContexts contexts, IClock clock, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult(Show(context, clause, clock.GetCurrentInstant())), ct)).Shows(View.Statement);
        rounds.MapPost("/{round}/statement", (
                string partnership, string round, string? clause, IFormCollection form, RoundContexts contexts,
                CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => clause is null
                ? Send(context, FormValues.Of(form), contexts, commands, clock, ids, ct)
                : Save(context, clause, FormValues.Of(form), contexts, commands, clock, ids, ct), ct)).Shows(View.Statement).Sends(typeof(DraftStatement), typeof(SendStatement));
    }

    internal static IResult Show(RoundContext context, string? clause, Instant now)
    {
        if (context.Writer is not { } partner || context.Round.Documents.Count == 0) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (clause is null) return Overview(context, now, [], StatusCodes.Status200OK);
        return StatementStep.Find(context.Round, partner, clause) is { } step
            ? ClausePage(context, now, step, step.Write(LanguageSetup.Current), context.Round.Version, [], null, StatusCodes.Status200OK)
            : TypedResults.NotFound();
    }

    internal static async Task<IResult> Save(
        RoundContext context, string clause, FormValues values, RoundContexts contexts, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        if (context.Writer is not { } partner) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (StatementStep.Find(context.Round, partner, clause) is not { } step || !long.TryParse(values["version"], out long version)) return TypedResults.BadRequest();

        var draft = step.Read(values, context.Id, version);
        var outcome = await Give(context, draft, values, commands, clock, ids, ct);
        if (outcome is Outcome.Done) return SeeOther.To(Next(context, step, values["do"]), Saved(draft));

        var after = contexts.Again(context);
        var found = StatementStep.Find(after.Round, partner, clause)!;
        if (outcome is Outcome.Clashed clashed)
            return ClausePage(after, clock.GetCurrentInstant(), found, values, clashed.Version, [], clashed.Clashes[0], StatusCodes.Status409Conflict);
        return outcome.Answer((problems, status) => ClausePage(after, clock.GetCurrentInstant(), found, values, version, problems, null, status));
    }

    internal static async Task<IResult> Send(
        RoundContext context, FormValues values, RoundContexts contexts, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        if (context.Writer is not { } partner) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!long.TryParse(values["version"], out long version)) return TypedResults.BadRequest();
        var outcome = await Give(context, new SendStatement(context.Id, partner, version), values, commands, clock, ids, ct);
        return outcome is Outcome.Done
            ? SeeOther.To(context.StatementAddress, DoneCodes.StatementSent)
            : outcome.Answer((problems, status) => Overview(contexts.Again(context), clock.GetCurrentInstant(), problems, status));
    }

    private static Task<Outcome> Give<TCommand>(
        RoundContext context, TCommand command, FormValues values, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) where TCommand : IStatementCommand
    {
        var id = FormIds.Read(values, "command", ids);
        return context.Guest is { } guest ? commands.Send(command, guest.StampFor(id, clock.GetCurrentInstant()), ct) : commands.Send(command, id, ct);
    }

    // what is missing is no reason to lose what is there: it is saved, and told at once
    private static string Saved(DraftStatement draft) => StatementGaps.Of(draft.Stands.FirstOrDefault()) switch
    {
        StatementGap.Text => DoneCodes.DraftLacksText,
        StatementGap.Stance => DoneCodes.DraftLacksStance,
        _ => DoneCodes.DraftSaved,
    };

    private static string Next(RoundContext context, StatementStep step, string wanted) => wanted switch
    {
        "next" when step.Next is { } next => context.StepAddress(next),
        "stay" => context.StepAddress(step.Key),
        _ => context.StatementAddress,
    };

    private static RazorComponentResult<StatementPage> Overview(RoundContext context, Instant now, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Now = now, Problems = problems }) { StatusCode = status };

    private static RazorComponentResult<StatementClausePage> ClausePage(
        RoundContext context, Instant now, StatementStep step, FormValues values, long version, IReadOnlyList<Problem> problems, Clash? clash, int status) =>
        new(new { Context = context, Now = now, Step = step, Values = values, Version = version, Problems = problems, Clash = clash }) { StatusCode = status };
}
