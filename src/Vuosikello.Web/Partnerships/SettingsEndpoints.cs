using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Partnerships;

/// <summary>Who and what a partnership is made of; its coordinator changes it here.</summary>
public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{partnership}/settings", Show).Shows(View.Partnership);
        app.MapPost("/{partnership}/settings", Act).Shows(View.Partnership).Sends(SettingsCommands.All);
    }

    private static async Task<IResult> Show(string partnership, IPartnershipViews partnerships, MemberRights rights, IMembershipViews memberships, CancellationToken ct) =>
        partnerships.Find(new PartnershipId(partnership)) is { } found
            ? await Page(found, FormValues.Empty, [], StatusCodes.Status200OK, rights, memberships, ct)
            : TypedResults.NotFound();

    private static async Task<IResult> Act(
        string partnership, IFormCollection form, IPartnershipViews partnerships, MemberRights rights, IMembershipViews memberships, CommandSender commands, INewIds ids,
        CancellationToken ct)
    {
        if (partnerships.Find(new PartnershipId(partnership)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var outcome = await SettingsCommands.Send(found.State, reader, FormIds.Read(reader.Values, "command", ids), commands, ct);
        if (reader.Problems.Count > 0) return await Page(found, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity, rights, memberships, ct);
        if (outcome is null) return TypedResults.BadRequest();
        if (outcome is Outcome.Done)
        {
            bool removed = reader.Values["do"].StartsWith("remove-", StringComparison.Ordinal);
            return SeeOther.To($"/{partnership}/settings", removed ? DoneCodes.Removed : DoneCodes.Saved);
        }

        (IReadOnlyList<Problem> problems, int status) = ([], StatusCodes.Status404NotFound);
        var answer = outcome.Answer((why, code) =>
        {
            (problems, status) = (why, code);
            return TypedResults.Empty;
        });
        return problems.Count == 0 ? answer : await Page(found, reader.Values, problems, status, rights, memberships, ct);
    }

    private static async Task<IResult> Page(
        PartnershipView partnership, FormValues values, IReadOnlyList<Problem> problems, int status, MemberRights rights, IMembershipViews memberships,
        CancellationToken ct) =>
        new RazorComponentResult<SettingsPage>(new
        {
            Partnership = partnership,
            Values = values,
            Problems = problems,
            MayChange = await rights.May<AddArea>(partnership.Id, ct),
            IsForMembers = memberships.IsForMembers(partnership.Id),
        })
        { StatusCode = status };
}
