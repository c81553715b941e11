using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Rounds;

/// <summary>The coordinator answers the remarks, clause by clause.</summary>
public static class AnswersEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/{round}/answers", (string partnership, string round, string? show, RoundContexts contexts, IClock clock, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult<IResult>(
                Page(context, clock.GetCurrentInstant(), show, AnswerAttempt.None, StatusCodes.Status200OK)), ct)).Shows(View.RoundAnswers);
        rounds.MapPost("/{round}/answers", (
                string partnership, string round, string? show, IFormCollection form, RoundContexts contexts,
                CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Answer(context, show, FormValues.Of(form), contexts, commands, clock, ids, ct), ct)).Shows(View.RoundAnswers).Sends(typeof(AnswerRemark));
    }

    private static async Task<IResult> Answer(
        RoundContext context, string? show, FormValues values, RoundContexts contexts, CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        if (!Slug.IsValid(values["partner"]) || !long.TryParse(values["version"], out long version)) return TypedResults.BadRequest();
        var partner = new PartnerId(values["partner"]);
        ClauseId? clause = Guid.TryParse(values["clause"], out var id) ? new ClauseId(id) : null;
        var reader = new FormReader(values);
        if (!Enum.TryParse<AnswerKind>(values["kind"], out var kind) || !Enum.IsDefined(kind))
        {
            reader.Refuse(FormProblems.NotAChoice, "kind");
            return Page(context, clock.GetCurrentInstant(), show, new(partner, clause, values, reader.Problems), StatusCodes.Status422UnprocessableEntity);
        }
        var before = context.Round.AnswersTo(partner, clause)?.Latest.Reason ?? LocalText.Empty;
        var reason = RemarkText.With(before, values["lang"], values["reason"]);
        var outcome = await commands.Send(new AnswerRemark(context.Id, partner, clause, kind, reason, version), FormIds.Read(values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To($"{RoundAddresses.Answers(context.Id)}{(show is null ? "" : $"?show={Uri.EscapeDataString(show)}")}#{RoundAddresses.Anchor(partner, clause)}", DoneCodes.Saved)
            : outcome.Answer((problems, status) => Page(contexts.Again(context), clock.GetCurrentInstant(), show, new(partner, clause, values, problems), status));
    }

    private static RazorComponentResult<AnswersPage> Page(RoundContext context, Instant now, string? show, AnswerAttempt attempt, int status) =>
        new(new { Context = context, Now = now, OnlyOpen = show == "open", Attempt = attempt }) { StatusCode = status };
}

/// <summary>An answer that was refused: its form comes back as typed, with the reasons.</summary>
public sealed record AnswerAttempt(PartnerId Partner, ClauseId? Clause, FormValues Typed, IReadOnlyList<Problem> Problems)
{
    public static AnswerAttempt None { get; } = new(default, null, FormValues.Empty, []);

    public bool Was(Remark remark) => remark.Partner == Partner && remark.Clause == Clause;
}
