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

/// <summary>A round's page: what is commented on, how far it is, and what the coordinator does with it.</summary>
public static class RoundEndpoints
{
    public static void MapRound(this IEndpointRouteBuilder rounds)
    {
        rounds.MapGet("/{round}", (string partnership, string round, RoundContexts contexts, IClock clock, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Task.FromResult<IResult>(
                Page(context, clock.GetCurrentInstant(), FormValues.Empty, [], StatusCodes.Status200OK)), ct));
        rounds.MapPost("/{round}", (
                string partnership, string round, IFormCollection form, RoundContexts contexts, RoundSubjects subjects,
                CommandSender commands, IClock clock, INewIds ids, CancellationToken ct) =>
            contexts.AtRound(partnership, round, context => Act(context, FormValues.Of(form), contexts, subjects, commands, clock, ids, ct), ct))
            .Sends(typeof(OpenRound), typeof(ProlongRound), typeof(InviteToRound), typeof(AllowLateStatement), typeof(CancelRound));
    }

    private static async Task<IResult> Act(
        RoundContext context, FormValues values, RoundContexts contexts, RoundSubjects subjects,
        CommandSender commands, IClock clock, INewIds ids, CancellationToken ct)
    {
        var reader = new FormReader(values);
        var outcome = await Send(context, reader, subjects, commands, FormIds.Read(values, "command", ids), ct);
        var now = clock.GetCurrentInstant();
        if (reader.Problems.Count > 0) return Page(context, now, values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        return outcome switch
        {
            null => TypedResults.BadRequest(),
            Outcome.Done => SeeOther.To(RoundAddresses.Of(context.Id), values["do"] == "open" ? DoneCodes.RoundOpened : DoneCodes.Saved),
            _ => outcome.Answer((problems, status) => Page(contexts.Again(context), now, values, problems, status)),
        };
    }

    private static async Task<Outcome?> Send(
        RoundContext context, FormReader reader, RoundSubjects subjects, CommandSender commands, Guid id, CancellationToken ct)
    {
        switch (reader.Values["do"])
        {
            case "open":
                var year = context.Round.Plan.Subject.Year;
                return await commands.Send(new OpenRound(context.Id, year is { } y ? subjects.Activities(new CycleId(context.Partnership.Id, y)) : []), id, ct);
            case "prolong":
                return RoundForm.Moment(reader, "closes") is { } closes ? await commands.Send(new ProlongRound(context.Id, closes), id, ct) : null;
            case "invite":
                var partners = reader.Values.All("partners").Where(Slug.IsValid).Select(p => new PartnerId(p)).ToValueList();
                return await commands.Send(new InviteToRound(context.Id, partners), id, ct);
            case "late":
                return RoundForm.Moment(reader, "until") is { } until
                    ? await commands.Send(new AllowLateStatement(context.Id, new PartnerId(reader.Values["partner"]), until), id, ct) : null;
            case "cancel":
                return await commands.Send(new CancelRound(context.Id, reader.Text("reason")), id, ct);
            default:
                return null;
        }
    }

    internal static RazorComponentResult<RoundPage> Page(RoundContext context, Instant now, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Context = context, Now = now, Values = values, Problems = problems }) { StatusCode = status };
}
