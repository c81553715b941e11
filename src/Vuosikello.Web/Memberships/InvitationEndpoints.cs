using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Memberships;

/// <summary>
/// The page that an invitation's link opens. Opening it does nothing, so that a mail scanner that follows links takes no invitation; it is taken by
/// the form on it, by whoever is signed in.
/// </summary>
public static class InvitationEndpoints
{
    private const string One = "/{partnership}/invitations/{secret}";

    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, Show).Shows(View.Invitation);
        app.MapPost(One, Accept).Shows(View.Invitation).Sends(typeof(AcceptInvitation));
        app.MapJoining();
    }

    private static async Task<IResult> Show(
        string partnership, HttpContext http, IPartnershipViews partnerships, IMembershipViews memberships, InvitationPages pages, InvitationAtHand atHand, CurrentMember member)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        string secret = InvitationPath.SecretOf(http);
        var invitation = memberships.Find(found.Id, secret);
        if (!member.IsSignedIn && pages.Refusal(found, invitation) is null) atHand.Keep(http, found.Id, secret);
        return await pages.Page(http, found, invitation);
    }

    private static async Task<IResult> Accept(
        string partnership, IFormCollection form, HttpContext http, IPartnershipViews partnerships, IMembershipViews memberships, CommandSender commands, INewIds ids,
        InvitationPages pages, PersonsStore persons, CurrentMember member, MemberSessions sessions, OrganisationsOf organisations)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        string secret = InvitationPath.SecretOf(http);
        if (memberships.Find(found.Id, secret) is not { } invitation) return await pages.Page(http, found, null);
        var values = FormValues.Of(form);
        if (pages.AsksForName)
        {
            if (!PersonName.TryRead(values["name"], out string? name)) return await pages.Page(http, found, invitation, wrongName: values["name"]);
            await persons.Change(member.Id!.Value, name, LanguageSetup.Current, http.RequestAborted);
        }
        var outcome = await commands.Send(
            new AcceptInvitation(found.Id, invitation.Id, Secrets.HashOf(secret)), FormIds.Read(values, "command", ids), http.RequestAborted);
        // As at signing in: whoever has one organisation only acts for it from now on.
        if (outcome is Outcome.Done && member is { Id: { } id, For: null } && organisations.Find(id) is [var only]) await sessions.ActFor(http, id, only.Partner);
        return outcome switch
        {
            Outcome.Done => SeeOther.To($"/{found.Id}", DoneCodes.InvitationAccepted),
            Outcome.NotFound missing => pages.Refused(http, found, null, missing.Problem),
            _ => outcome.Answer((problems, status) => pages.Refused(http, found, invitation, problems[0], status)),
        };
    }
}
