using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// The editor of an agreement's draft: many small forms, each with the version that it showed. Where others changed the same, the form comes back with both
/// texts and its editor chooses; everything else of theirs stays.
/// </summary>
public static class AgreementEditEndpoints
{
    public static void MapAgreementEditing(this RouteGroupBuilder agreements)
    {
        agreements.MapGet("/{agreement}/edit", Show).Shows(View.AgreementDraft);
        agreements.MapPost("/{agreement}/edit", Edit).Shows(View.AgreementDraft)
            .Sends(typeof(EditAgreement), typeof(AddAgreementClause), typeof(EditAgreementClause), typeof(MoveAgreementClause), typeof(RemoveAgreementClause));
    }

    private static async Task<IResult> Show(string partnership, string agreement, AgreementContexts contexts, SeenAgreements agreements, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        return context.May<EditAgreement>() ? Page(context, agreements, AgreementAttempt.None, StatusCodes.Status200OK) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Edit(
        string partnership, string agreement, IFormCollection form,
        AgreementContexts contexts, SeenAgreements agreements, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        string key = reader.Values["form"];
        var edit = AgreementEdits.Read(context.Agreement, reader, ids);
        if (reader.Problems.Count > 0) return Page(context, agreements, new(key, reader.Values, reader.Problems), StatusCodes.Status422UnprocessableEntity);
        string address = $"{AgreementAddresses.Edit(context.Id)}{(edit is AgreementEdits.Edit.Nothing or AgreementEdits.Edit.Command ? AnchorOf(key) : "")}";
        switch (edit)
        {
            case AgreementEdits.Edit.Nothing:
                return SeeOther.To(address, DoneCodes.Unchanged);
            case AgreementEdits.Edit.Changed changed:
                return Page(context, agreements, new(key, Rebased(reader.Values, context.Agreement.Version), []) { Clashes = [changed.Clash] }, StatusCodes.Status409Conflict);
            case AgreementEdits.Edit.Command wanted:
                var outcome = await Send(wanted.Wanted, FormIds.Read(reader.Values, "command", ids), commands, ct);
                if (outcome is Outcome.Done) return SeeOther.To(address, DoneCodes.Saved);
                // What the page shows beside the form is as it stands now.
                var present = await contexts.Find(partnership, agreement, ct) ?? context;
                return outcome is Outcome.Clashed clashed
                    ? Page(present, agreements, new(key, Rebased(reader.Values, clashed.Version), []) { Clashes = clashed.Clashes }, StatusCodes.Status409Conflict)
                    : outcome.Answer((problems, status) => Page(present, agreements, new(key, reader.Values, problems), status));
            default:
                return TypedResults.BadRequest();
        }
    }

    // Who chooses after a clash has seen what stands now.
    private static FormValues Rebased(FormValues typed, long version) => typed.With("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string AnchorOf(string form) => form.EndsWith("-new", StringComparison.Ordinal) ? $"#{form[..^4]}s" : $"#{form}";

    // Handlers are found by the command's own type.
    private static Task<Outcome> Send(IAgreementCommand command, Guid id, CommandSender commands, CancellationToken ct) => command switch
    {
        EditAgreement c => commands.Send(c, id, ct),
        AddAgreementClause c => commands.Send(c, id, ct),
        EditAgreementClause c => commands.Send(c, id, ct),
        MoveAgreementClause c => commands.Send(c, id, ct),
        RemoveAgreementClause c => commands.Send(c, id, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "This command has no form."),
    };

    private static RazorComponentResult<AgreementEditPage> Page(AgreementContext context, SeenAgreements agreements, AgreementAttempt attempt, int status) => new(new
    {
        Context = context,
        Frameworks = NewAgreementEndpoints.Frameworks(agreements, context.Sight, context.Partnership.Id, context.Id),
        Attempt = attempt,
    })
    { StatusCode = status };
}
