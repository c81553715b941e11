using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Administration;

/// <summary>The page of the server's administrators: who they are, whom they appoint, and the partnerships that they found.</summary>
public static class AdministrationEndpoints
{
    public const string Address = "/administration";

    public static void MapAdministration(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, Show).Shows(View.Administration);
        app.MapPost(Address + "/appoint", (IFormCollection form, AdministrationPages pages, CommandSender commands, INewIds ids, MemberRights rights, CancellationToken ct) =>
            Act(form, member => new AppointAdministrator(member), DoneCodes.AdministratorAppointed, pages, commands, ids, rights, ct)).Shows(View.Administration).Sends(typeof(AppointAdministrator));
        app.MapPost(Address + "/dismiss", (IFormCollection form, AdministrationPages pages, CommandSender commands, INewIds ids, MemberRights rights, CancellationToken ct) =>
            Act(form, member => new DismissAdministrator(member), DoneCodes.AdministratorDismissed, pages, commands, ids, rights, ct)).Shows(View.Administration).Sends(typeof(DismissAdministrator));
        app.MapPost(Address + "/found", Found).Shows(View.Administration).Sends(typeof(FoundPartnership));
    }

    private static RazorComponentResult<AdministrationPage> Show(string? q, AdministrationPages pages) => Page(pages.Find(q), FormValues.Empty.With("q", q), [], StatusCodes.Status200OK);

    private static async Task<IResult> Act<TCommand>(
        IFormCollection form, Func<MemberId, TCommand> command, string done, AdministrationPages pages, CommandSender commands, INewIds ids, MemberRights rights, CancellationToken ct)
        where TCommand : ICommand
    {
        var values = FormValues.Of(form);
        if (!Guid.TryParse(values["member"], out var member)) return TypedResults.BadRequest();
        var outcome = await commands.Send(command(new(member)), FormIds.Read(values, "command", ids), ct);
        if (outcome is not Outcome.Done) return Refused(outcome, pages, values, rights);
        return SeeOther.To(rights.IsAdministrator ? Address : "/", done);
    }

    private static async Task<IResult> Found(IFormCollection form, AdministrationPages pages, CommandSender commands, INewIds ids, MemberRights rights, CancellationToken ct)
    {
        var reader = new FormReader(FormValues.Of(form));
        var name = reader.Text("name");
        string slug = reader.Optional("partnership") ?? Slug.From(name.In("fi"));
        var outcome = await commands.Send(new FoundPartnership(new(slug), name), FormIds.Read(reader.Values, "command", ids), ct);
        return outcome is Outcome.Done ? SeeOther.To($"/{slug}/settings", DoneCodes.Saved) : Refused(outcome, pages, reader.Values, rights);
    }

    // Whoever may not do this may not see the page either.
    private static IResult Refused(Outcome outcome, AdministrationPages pages, FormValues values, MemberRights rights) =>
        rights.IsAdministrator
            ? outcome.Answer((problems, status) => Page(pages.Find(values["q"]), values, problems, status))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    private static RazorComponentResult<AdministrationPage> Page(AdministrationShown shown, FormValues values, IReadOnlyList<Problem> problems, int status) =>
        new(new { Shown = shown, Values = values, Problems = problems }) { StatusCode = status };
}
