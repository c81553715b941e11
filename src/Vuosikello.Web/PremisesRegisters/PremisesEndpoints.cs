using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.PremisesRegisters;

/// <summary>The register of premises, for anybody; its forms for the coordinator and for whoever edits or signs for the organisation that lends them.</summary>
public static class PremisesEndpoints
{
    private const string All = "/{partnership}/premises";
    private const string One = All + "/{premises}";

    public static void AddPremises(this IServiceCollection services)
    {
        services.TryAddScoped<PremisesPages>();
        services.TryAddScoped<PremisesInUse>();
    }

    public static void MapPremises(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, ShowAll).Shows(View.Premises);
        app.MapGet(All + "/new", ShowNew).Shows(View.PremisesForm);
        app.MapPost(All + "/new", Register).Shows(View.PremisesForm).Sends(typeof(RegisterPremises));
        app.MapGet(One, Show).Shows(View.Premises);
        app.MapGet(One + "/edit", ShowEdit).Shows(View.PremisesForm);
        app.MapPost(One + "/edit", Change).Shows(View.PremisesForm).Sends(typeof(ChangePremises));
        app.MapPost(One + "/withdraw", Withdraw).Shows(View.Premises).Sends(typeof(WithdrawPremises));
    }

    private static async Task<IResult> ShowAll(string partnership, string? q, string? access, PremisesPages pages, CancellationToken ct) =>
        await pages.Find(partnership, ct) is { } shown
            ? new RazorComponentResult<PremisesListPage>(new { Shown = shown, Text = q ?? "", Access = PremisesForm.Feature(access), Found = shown.Search(q ?? "", PremisesForm.Feature(access)) })
            : TypedResults.NotFound();

    private static async Task<IResult> Show(string partnership, string premises, PremisesPages pages, CancellationToken ct) =>
        await pages.Find(partnership, ct) is { } shown && shown.Register.Find(new(premises)) is { } found ? Card(shown, found, [], StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> ShowNew(string partnership, PremisesPages pages, CancellationToken ct) =>
        await pages.Find(partnership, ct) is { } shown ? Form(shown, null, PremisesForm.Empty(shown), [], StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> Register(string partnership, IFormCollection form, PremisesPages pages, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await pages.Find(partnership, ct) is not { } shown) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var id = PremisesForm.FreeId(reader, shown);
        var premises = PremisesForm.Read(reader, id, shown.Owner);
        if (reader.Problems.Count > 0) return Form(shown, null, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var outcome = await commands.Send(new RegisterPremises(shown.Partnership.Id, premises), FormIds.Read(reader.Values, "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(PremisesAddresses.Of(shown.Partnership.Id, id), DoneCodes.PremisesAdded)
            : outcome.Answer((problems, status) => Form(shown, null, reader.Values, problems, status));
    }

    private static async Task<IResult> ShowEdit(string partnership, string premises, PremisesPages pages, CancellationToken ct) =>
        await pages.Find(partnership, ct) is not { } shown || shown.Register.Find(new(premises)) is not { } found ? TypedResults.NotFound()
        : shown.MayWrite(found) ? Form(shown, found, PremisesForm.Of(found), [], StatusCodes.Status200OK)
        : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Change(string partnership, string premises, IFormCollection form, PremisesPages pages, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await pages.Find(partnership, ct) is not { } shown || shown.Register.Find(new(premises)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var wanted = PremisesForm.Read(reader, found.Id, found.Owner);
        if (reader.Problems.Count > 0) return Form(shown, found, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var basis = CardForms.Basis(reader.Values, PremisesFields.All, wanted, shown.Register.Version);
        var outcome = await commands.Send(new ChangePremises(shown.Partnership.Id, wanted, basis), FormIds.Read(reader.Values, "command", ids), ct);
        if (outcome is Outcome.Done) return SeeOther.To(PremisesAddresses.Of(shown.Partnership.Id, found.Id), DoneCodes.Saved);
        var (values, clashes) = outcome is Outcome.Clashed clashed ? (CardForms.Rebased(reader.Values, clashed.Version), clashed.Clashes) : (reader.Values, []);
        return outcome.Answer((problems, status) => Form(shown, found, values, problems, status, clashes));
    }

    private static async Task<IResult> Withdraw(string partnership, string premises, IFormCollection form, PremisesPages pages, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await pages.Find(partnership, ct) is not { } shown || shown.Register.Find(new(premises)) is not { } found) return TypedResults.NotFound();
        var outcome = await commands.Send(new WithdrawPremises(shown.Partnership.Id, found.Id), FormIds.Read(FormValues.Of(form), "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(PremisesAddresses.All(shown.Partnership.Id), DoneCodes.PremisesWithdrawn)
            : outcome.Answer((problems, status) => Card(shown, found, problems, status));
    }

    private static RazorComponentResult<PremisesPage> Card(PremisesShown shown, Premises premises, IReadOnlyList<Problem> problems, int status) =>
        new(new { Shown = shown, Premises = premises, Problems = problems }) { StatusCode = status };

    private static RazorComponentResult<PremisesFormPage> Form(PremisesShown shown, Premises? premises, FormValues values, IReadOnlyList<Problem> problems, int status, IReadOnlyList<Clash>? clashes = null) =>
        new(new { Shown = shown, Premises = premises, Values = values, Problems = problems, Clashes = clashes ?? [] }) { StatusCode = status };
}
