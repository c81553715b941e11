using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// The page on which a party approves, signs, refuses, or takes its signature back. Each form carries the hash of the text that the page showed;
/// when another text lies there by then, nothing is signed and the page says so, with the text as it is now.
/// </summary>
public static class SigningEndpoints
{
    public static void MapSigning(this RouteGroupBuilder agreements)
    {
        agreements.MapGet("/{agreement}/sign", Show).Shows(View.AgreementSigning);
        agreements.MapPost("/{agreement}/sign", Act).Shows(View.AgreementSigning)
            .Sends(typeof(ApproveAgreement), typeof(SignAgreement), typeof(RefuseAgreement), typeof(WithdrawAgreementSignature));
    }

    private static async Task<IResult> Show(string partnership, string agreement, AgreementContexts contexts, CancellationToken ct) =>
        await contexts.Find(partnership, agreement, ct) is { SeesDraft: true } context
            ? Page(context, AgreementAttempt.None, StatusCodes.Status200OK)
            : TypedResults.NotFound();

    private static async Task<IResult> Act(
        string partnership, string agreement, IFormCollection form, AgreementContexts contexts, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { SeesDraft: true } context) return TypedResults.NotFound();
        if (context.For is not { } party) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var reader = new FormReader(FormValues.Of(form));
        string action = reader.Values["do"];
        var outcome = await Send(context.Id, party, action, reader, FormIds.Read(reader.Values, "command", ids), commands, ct);
        if (reader.Problems.Count > 0) return Page(context, new(action, reader.Values, reader.Problems), StatusCodes.Status422UnprocessableEntity);
        if (outcome is null) return TypedResults.BadRequest();
        if (outcome is Outcome.Done) return SeeOther.To(AgreementAddresses.Sign(context.Id), $"agreement-{action}");

        // What it says now may have been laid there a moment ago.
        var present = await contexts.Find(partnership, agreement, ct) ?? context;
        return outcome.Answer((problems, status) => Page(present, new(action, reader.Values, problems), status));
    }

    /// <returns>Null when the form asks for nothing that there is, or could not be read.</returns>
    private static async Task<Outcome?> Send(
        AgreementId id, PartnerId party, string action, FormReader form, Guid command, CommandSender commands, CancellationToken ct)
    {
        string hash = form.Values["hash"];
        switch (action)
        {
            case "approve":
                var metOn = form.Date("metOn", "metOn");
                return metOn is { } day ? await commands.Send(new ApproveAgreement(id, party, hash, form.Text("body"), day, form.Values["section"]), command, ct) : null;
            case "sign":
                if (form.Values["read"] != "yes") form.Refuse(FormProblems.TextNotRead, "read");
                return form.Problems.Count == 0 ? await commands.Send(new SignAgreement(id, party, hash), command, ct) : null;
            case "refuse":
                return await commands.Send(new RefuseAgreement(id, party, hash, form.Text("reason")), command, ct);
            case "withdraw":
                return await commands.Send(new WithdrawAgreementSignature(id, party), command, ct);
            default:
                return null;
        }
    }

    private static RazorComponentResult<SigningPage> Page(AgreementContext context, AgreementAttempt attempt, int status) =>
        new(new { Context = context, Attempt = attempt }) { StatusCode = status };
}
