using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>The administrators of the server, for themselves.</summary>
public static class AdministrationApi
{
    private const string All = "/administrators";

    public static void MapAdministrationApi(this IEndpointRouteBuilder api)
    {
        var administration = api.MapGroup("").WithTags("Administration");
        administration.MapGet(All, (IMembershipViews views, IMemberNames names) => TypedResults.Ok(views.Administrators.Select(one => AdministratorResource.Of(one, names))))
            .Shows(View.Administration).Produces<AdministratorResource[]>().ProducesProblem(401).ProducesProblem(403).WithName("ListAdministrators").WithSummary("The administrators of the server; for them.");
        administration.Command("PUT", All + "/{member:guid}", "Makes somebody an administrator of the server.", r => new AppointAdministrator(new(r.Guid("member"))));
        administration.Command("DELETE", All + "/{member:guid}", "Ends somebody's being an administrator of the server; the last one stays.", r => new DismissAdministrator(new(r.Guid("member"))));
        administration.Command("DELETE", "/persons/{member:guid}", "Erases a person: their account goes, their roles end, what they did stays under an id that is nobody's. For administrators.",
            r => new ErasePerson(new(r.Guid("member"))));
        administration.Command("DELETE", "/account", "Erases yourself, as an administrator may erase you.", _ => new EraseOneself());
    }
}

/// <summary>An administrator of the server.</summary>
/// <param name="Name">What they are called; absent for who has no name any more.</param>
/// <param name="By">Who appointed them.</param>
/// <param name="Since">When, UTC.</param>
public sealed record AdministratorResource(Guid Id, string? Name, MemberId By, Instant Since)
{
    public static AdministratorResource Of(Administrator one, IMemberNames names) => new(one.Member.Value, names.NameOf(one.Member, LanguageSetup.Current), one.By, one.At);
}
