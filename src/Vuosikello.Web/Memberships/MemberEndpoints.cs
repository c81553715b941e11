using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;

namespace Vuosikello.Web.Memberships;

/// <summary>The page of a partnership's members: the coordinator invites, takes back and ends; everybody gives up roles of their own.</summary>
public static class MemberEndpoints
{
    internal const string All = "/{partnership}/members";

    public static void MapMembers(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, Show).Shows(View.Members);
        app.MapPost(All, Invite).Shows(View.Members).Sends(typeof(InviteMember));
        app.MapPost(All + "/end", End).Shows(View.Members).Sends(typeof(EndRole), typeof(GiveUpRole));
        app.MapPost(All + "/revoke", Revoke).Shows(View.Members).Sends(typeof(RevokeInvitation));
        app.MapPost(All + "/renew", Renew).Shows(View.Members).Sends(typeof(InviteMember), typeof(RevokeInvitation));
        app.MapInvitationLists();
        app.MapInvitations();
    }

    private static async Task<IResult> Show(string partnership, HttpContext http, MemberPages pages) =>
        await pages.Find(partnership, http.RequestAborted) is { } shown ? Page(http, shown, FormValues.Empty, [], StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> Invite(
        string partnership, IFormCollection form, HttpContext http, MemberPages pages, CommandSender commands, NewInvitations invitations, InvitationLetters letters,
        INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        if (RoleOf(reader) is not { } role) return Page(http, shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        int days = reader.Values["days"].Length == 0 ? NewInvitations.UsualDays : reader.Number("days", "expiresAt") ?? 0;
        var invitee = InviteeOf(reader);
        if (reader.Problems.Count > 0) return Page(http, shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);

        var invitation = invitations.Of(shown.Partnership.Id, new(FormIds.Read(reader.Values, "invitation", ids)), role, days);
        var outcome = await commands.Send(invitation.Command, FormIds.Read(reader.Values, "command", ids), http.RequestAborted);
        if (outcome is not Outcome.Done done) return outcome.Answer((problems, status) => Page(http, shown, reader.Values, problems, status));
        return await Made(http, shown, invitation, invitations.AddressOf(invitation, done, http.Request), invitee, letters);
    }

    private static async Task<IResult> End(string partnership, IFormCollection form, HttpContext http, MemberPages pages, CommandSender commands, INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        if (RoleOf(reader) is not { } role || !Guid.TryParse(reader.Values["member"], out var member)) return TypedResults.BadRequest();
        var command = FormIds.Read(reader.Values, "command", ids);
        bool own = shown.Reader.Value == member;
        var outcome = own
            ? await commands.Send(new GiveUpRole(shown.Partnership.Id, role.Role, role.Partner), command, http.RequestAborted)
            : await commands.Send(new EndRole(shown.Partnership.Id, new(member), role.Role, role.Partner), command, http.RequestAborted);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, status) => Page(http, shown, reader.Values, problems, status));
        bool stays = await pages.Find(partnership, http.RequestAborted) is { } after && MemberPages.IsFor(after);
        return SeeOther.To(stays ? MemberAddresses.All(shown.Partnership.Id) : $"/{shown.Partnership.Id}", DoneCodes.RoleEnded);
    }

    private static async Task<IResult> Revoke(string partnership, IFormCollection form, HttpContext http, MemberPages pages, CommandSender commands, INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        if (!Guid.TryParse(values["invitation"], out var invitation)) return TypedResults.BadRequest();
        var outcome = await commands.Send(new RevokeInvitation(shown.Partnership.Id, new(invitation)), FormIds.Read(values, "command", ids), http.RequestAborted);
        return outcome is Outcome.Done
            ? SeeOther.To(MemberAddresses.All(shown.Partnership.Id), DoneCodes.InvitationRevoked)
            : outcome.Answer((problems, status) => Page(http, shown, values, problems, status));
    }

    /// <summary>Invites anew to what an invitation was to, and takes the old one back: its own link nobody knows any more.</summary>
    private static async Task<IResult> Renew(
        string partnership, IFormCollection form, HttpContext http, MemberPages pages, CommandSender commands, NewInvitations invitations, InvitationLetters letters,
        INewIds ids)
    {
        if (await pages.Find(partnership, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        var values = FormValues.Of(form);
        if (shown.Invitations.FirstOrDefault(i => i.Invitation.Id.Value.ToString() == values["invitation"]) is not { Invitation: var old, Mail: var mail })
            return Page(http, shown, values, [new Problem(ProblemCodes.NoSuchInvitation, "invitation")], StatusCodes.Status422UnprocessableEntity);
        var command = FormIds.Read(values, "command", ids);
        var fresh = invitations.Of(
            shown.Partnership.Id, new(DeterministicGuid.Create(command, "invitation")), new(old.Role, old.Partner, old.IsChair), NewInvitations.UsualDays);
        var outcome = await commands.Send(fresh.Command, command, http.RequestAborted);
        if (outcome is not Outcome.Done done) return outcome.Answer((problems, status) => Page(http, shown, values, problems, status));
        await commands.Send(new RevokeInvitation(shown.Partnership.Id, old.Id), DeterministicGuid.Create(command, "revoke"), http.RequestAborted);
        var invitee = EmailAddress.TryRead(mail?.To, out var address) ? new Invitee(address, mail!.Language) : null;
        return await Made(http, shown, fresh, invitations.AddressOf(fresh, done, http.Request), invitee, letters);
    }

    /// <summary>Mails the invitation to whom it is for, if somebody said, and shows its link.</summary>
    private static async Task<IResult> Made(HttpContext http, MembersShown shown, NewInvitation invitation, string? link, Invitee? to, InvitationLetters letters)
    {
        bool sent = await letters.Send(invitation.Command, link, to, http.RequestAborted);
        return InvitationListEndpoints.Made(http, shown, [MadeInvitation.Of(invitation, link, to?.Address.Shown ?? "", sent)]);
    }

    private static Invitee? InviteeOf(FormReader form)
    {
        if (form.Optional("email") is not { } typed) return null;
        if (EmailAddress.TryRead(typed, out var address)) return new(address, InvitationListEndpoints.LanguageIn(form.Values));
        form.Refuse(InvitationProblems.NotAnAddress, "email", typed);
        return null;
    }

    private static HeldRole? RoleOf(FormReader form)
    {
        if (InvitationList.OfFormName(form.Values["role"]) is not { } role)
        {
            form.Refuse(FormProblems.NotAChoice, "role");
            return null;
        }
        bool isForPartner = role.Role is Role.Editor or Role.Signatory;
        return new(role.Role, isForPartner && form.Optional("partner") is { } partner ? new PartnerId(partner) : null, role.IsChair);
    }

    internal static RazorComponentResult<MembersPage> Page(HttpContext http, MembersShown shown, FormValues values, IReadOnlyList<Problem> problems, int status)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return new(new { Shown = shown, Values = values, Problems = problems }) { StatusCode = status };
    }
}

/// <summary>The addresses of the members' pages.</summary>
public static class MemberAddresses
{
    public static string All(PartnershipId partnership) => $"/{partnership}/members";
}
