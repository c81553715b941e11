using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>The buttons of an agreement's page: laying it before the parties, taking it back, amending it, giving notice.</summary>
public static class AgreementActionEndpoints
{
    public static void MapAgreementActions(this RouteGroupBuilder agreements)
    {
        agreements.MapGet("/{agreement}/notice", AskNotice).Shows(View.AgreementNotice);
        agreements.MapPost("/{agreement}/notice", GiveNotice).Shows(View.AgreementNotice).Sends(typeof(GiveNotice));
        foreach (var (action, command) in Actions)
        {
            agreements.MapPost($"/{{agreement}}/{action}", (string partnership, string agreement, IFormCollection form, AgreementContexts contexts, IRoundViews rounds, CommandSender commands, INewIds ids, CancellationToken ct) =>
                Act(partnership, agreement, action, form, contexts, rounds, commands, ids, ct)).Sends(command);
        }
    }

    private static readonly (string Action, Type Command)[] Actions =
    [
        ("offer", typeof(OfferAgreement)), ("return", typeof(ReturnAgreementToDraft)), ("drop", typeof(DropAmendment)), ("amend", typeof(AmendAgreement)),
    ];

    private static async Task<IResult> Act(
        string partnership, string agreement, string action, IFormCollection form,
        AgreementContexts contexts, IRoundViews rounds, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        if (action == "offer" && reader.Values["anyway"] != "yes" && rounds.UnansweredOn(context.Agreement).Sum(r => r.Count) is > 0 and var unanswered)
            reader.Refuse(FormProblems.RemarksUnanswered, "anyway", unanswered.ToString(CultureInfo.InvariantCulture));
        var id = FormIds.Read(reader.Values, "command", ids);
        LocalDate? from = reader.Optional("from") is { } typed ? reader.DateOf(typed, AgreementFields.AmendedFrom) : null;
        if (reader.Problems.Count > 0) return Refused(reader.Problems, StatusCodes.Status422UnprocessableEntity);

        var outcome = action switch
        {
            "offer" => await commands.Send(new OfferAgreement(context.Id, long.TryParse(reader.Values["version"], out long version) ? version : 0), id, ct),
            "return" => await commands.Send(new ReturnAgreementToDraft(context.Id), id, ct),
            "drop" => await commands.Send(new DropAmendment(context.Id), id, ct),
            _ => await commands.Send(new AmendAgreement(context.Id, from), id, ct),
        };
        return outcome is Outcome.Done
            ? SeeOther.To(action is "amend" or "return" ? AgreementAddresses.Edit(context.Id) : AgreementAddresses.Of(context.Id), $"agreement-{action}")
            : outcome.Answer(Refused);

        IResult Refused(IReadOnlyList<Problem> problems, int status) =>
            AgreementEndpoints.Page(context, null, new AgreementAttempt(action, reader.Values, problems), status);
    }

    private static async Task<IResult> AskNotice(string partnership, string agreement, AgreementContexts contexts, IClock clock, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        if (!context.May<GiveNotice>() || context.For is not { } party) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        bool possible = context.Agreement is { Standing: AgreementStanding.InForce, Notice: null, Current: { Content: { Notice: not null } content } } && content.Parties.Contains(party);
        return possible ? Page(context, AgreementAttempt.None, clock, StatusCodes.Status200OK) : SeeOther.To(AgreementAddresses.Of(context.Id));
    }

    private static async Task<IResult> GiveNotice(
        string partnership, string agreement, IFormCollection form, AgreementContexts contexts, CommandSender commands, INewIds ids, IClock clock, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        if (context.For is not { } party) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var reader = new FormReader(FormValues.Of(form));
        var outcome = await commands.Send(new GiveNotice(context.Id, party, reader.Text("reason")), FormIds.Read(reader.Values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(AgreementAddresses.Of(context.Id), "agreement-notice")
            : outcome.Answer((problems, status) => context.Agreement.Current is { Content.Notice: not null }
                ? Page(context, new AgreementAttempt("notice", reader.Values, problems), clock, status)
                : AgreementEndpoints.Page(context, null, new AgreementAttempt("notice", reader.Values, problems), status));
    }

    private static RazorComponentResult<NoticePage> Page(AgreementContext context, AgreementAttempt attempt, IClock clock, int status) =>
        new(new { Context = context, Attempt = attempt, Today = HelsinkiDays.Of(clock.GetCurrentInstant()) }) { StatusCode = status };
}
