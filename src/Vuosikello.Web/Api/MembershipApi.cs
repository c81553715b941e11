using NodaTime;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Access;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Api;

/// <summary>A partnership's members and invitations, for its coordinator; and what everybody does for themself.</summary>
public static class MembershipApi
{
    private const string Members = "/partnerships/{partnership}/members";
    private const string Invitations = "/partnerships/{partnership}/invitations";

    public static void MapMembershipApi(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("").WithTags("Members");
        members.MapGet(Members, (string partnership, IMemberNames names, IMembershipViews views) => TypedResults.Ok(MemberResource.All(views.ListOf(new(partnership)), names)))
            .Produces<MemberResource[]>().ProducesProblem(401).ProducesProblem(403).Shows(View.MemberList).WithName("ListMembers").WithSummary("Who holds which role in a partnership; for its coordinator.");
        members.MapGet(Invitations, (string partnership, IMembershipViews views, IClock clock) =>
                TypedResults.Ok(InvitationResource.All(views.ListOf(new(partnership)), clock.GetCurrentInstant())))
            .Produces<InvitationResource[]>().ProducesProblem(401).ProducesProblem(403).Shows(View.MemberList).WithName("ListInvitations").WithSummary("A partnership's invitations, the newest first, never their addresses; for its coordinator.");

        var invite = members.MapPost(Invitations, Invite);
        invite.WithName(nameof(InviteMember)).Sends(typeof(InviteMember))
            .WithSummary("Invites somebody to a role. The invitation's address is in this answer only; sent again with its key the command makes no second one and tells no address.")
            .Accepts<InvitationBody>("application/json").Produces<InvitationMade>(StatusCodes.Status201Created);
        var accept = members.MapPost(Invitations + "/accept", Accept);
        accept.WithName(nameof(AcceptInvitation)).Shows(View.Invitation).Sends(typeof(AcceptInvitation))
            .WithSummary("Takes an invitation for yourself, by the secret that its address ends in.").Accepts<AcceptBody>("application/json").Produces<CommandResult>();
        foreach (var command in (RouteHandlerBuilder[])[invite, accept])
            foreach (int status in (int[])[400, 401, 403, 404, 415, 422, 503]) command.ProducesProblem(status);

        members.Command("DELETE", Invitations + "/{invitation:guid}", "Takes back an invitation that nobody has taken.", r => new RevokeInvitation(r.Partnership, new(r.Guid("invitation"))));
        members.Command<RoleBody, GrantRole>("POST", Members + "/{member:guid}/roles", "Gives somebody a role without an invitation.",
            (r, body) => new(r.Partnership, new(r.Guid("member")), body.Role, body.Partner, body.IsChair));
        members.Command<EndedRoleBody, EndRole>("POST", Members + "/{member:guid}/roles/end", "Takes a role from somebody.",
            (r, body) => new(r.Partnership, new(r.Guid("member")), body.Role, body.Partner));
        members.Command("POST", "/partnerships/{partnership}/restrict-to-members", "Keeps a partnership for its members: nobody else sees that it is there.", r => new RestrictPartnershipToMembers(r.Partnership));
        members.Command("POST", "/partnerships/{partnership}/open-to-all", "Makes a partnership public, with what the public may see of the time before.", r => new OpenPartnershipToAll(r.Partnership));
        members.Command<EndedRoleBody, GiveUpRole>("POST", Members + "/own-roles/give-up", "Gives up a role of your own.", (r, body) => new(r.Partnership, body.Role, body.Partner));
    }

    private static async Task<IResult> Invite(
        string partnership, HttpContext http, RequestReader reader, CommandAnswers answers, NewInvitations invitations, InvitationLetters letters, ApiProblems problems)
    {
        if (!Slug.IsValid(partnership)) return problems.NotFound();
        var body = await reader.Body<InvitationBody>(http);
        var invitation = invitations.Of(new(partnership), new(reader.NewId(http)), new(body.Role, body.Partner, body.IsChair), body.Days);
        if (InviteeOf(body, out var invitee) is { } problem) return problems.Refused([problem]);
        return await answers.To(http, invitation.Command, async done =>
        {
            http.Response.Headers.CacheControl = "no-store";
            string? address = invitations.AddressOf(invitation, done, http.Request);
            bool sent = await letters.Send(invitation.Command, address, invitee, http.RequestAborted);
            return TypedResults.Created($"/api/partnerships/{partnership}/invitations", new InvitationMade(
                invitation.Command.Invitation.Value, address, sent, done.Version, done.Position.Value, done.Repeated));
        });
    }

    private static Problem? InviteeOf(InvitationBody body, out Invitee? invitee)
    {
        invitee = null;
        if (body.Email is null) return null;
        if (!EmailAddress.TryRead(body.Email, out var address)) return new Problem(InvitationProblems.NotAnAddress, "email", [body.Email]);
        invitee = new(address, LanguageSetup.All.Contains(body.Language) ? body.Language! : LanguageSetup.Current);
        return null;
    }

    private static async Task<IResult> Accept(
        string partnership, HttpContext http, RequestReader reader, CommandAnswers answers, IMembershipViews memberships, ApiProblems problems)
    {
        var body = await reader.Body<AcceptBody>(http);
        return memberships.Find(new(partnership), body.Secret) is { } found
            ? await answers.To(http, new AcceptInvitation(new(partnership), found.Id, Secrets.HashOf(body.Secret)))
            : problems.NotFound(new Problem(ProblemCodes.NoSuchInvitation, "invitation"));
    }
}

/// <param name="Role">Any but <c>administrator</c>.</param>
/// <param name="Partner">The organisation that an editor or a signatory is to act for; left out for every other role.</param>
/// <param name="IsChair">Of the steering group: as its chair.</param>
/// <param name="Days">How long the invitation is open, 1 to 90 days.</param>
/// <param name="Email">Where the invitation is mailed to; left out for one that is handed over by other means.</param>
/// <param name="Language">In which, <c>fi</c>, <c>sv</c> or <c>en</c>: left out, that of the request. Who has an account gets it in theirs.</param>
public sealed record InvitationBody(
    Role Role, PartnerId? Partner = null, bool IsChair = false, int Days = NewInvitations.UsualDays, string? Email = null, string? Language = null);

/// <summary>An invitation that was made.</summary>
/// <param name="Address">The whole address with its secret; absent when the command had been carried out before.</param>
/// <param name="Sent">Whether it was mailed.</param>
/// <param name="Version">The version after it.</param>
/// <param name="Position">The position in the log of everything; views that have reached it show it.</param>
/// <param name="Repeated">True when it had been carried out before.</param>
public sealed record InvitationMade(Guid Id, string? Address, bool Sent, long Version, long Position, bool Repeated);

/// <param name="Secret">What the invitation's address ends in.</param>
public sealed record AcceptBody(string Secret);

/// <param name="Partner">The organisation that an editor or a signatory is to act for; left out for every other role.</param>
/// <param name="IsChair">Of the steering group: its chair.</param>
public sealed record RoleBody(Role Role, PartnerId? Partner = null, bool IsChair = false);

/// <param name="Partner">The organisation that an editor's or a signatory's role is for; left out for every other role.</param>
public sealed record EndedRoleBody(Role Role, PartnerId? Partner = null);

/// <summary>Somebody with the roles that they hold.</summary>
/// <param name="Name">What they are called; absent for who has no name any more.</param>
public sealed record MemberResource(Guid Id, string? Name, IReadOnlyList<RoleBody> Roles)
{
    public static IReadOnlyList<MemberResource> All(MemberList? list, IMemberNames names) =>
    list is null ? [] :
    [
        .. from member in list.Members
           where member.Value.Count > 0
           select new MemberResource(
               member.Key, names.NameOf(new(member.Key), LanguageSetup.Current), [.. member.Value.Select(held => new RoleBody(held.Role, held.Partner, held.IsChair))]),
    ];
}

/// <summary>An invitation.</summary>
/// <param name="State">How it stands: <c>open</c>, <c>expired</c>, <c>accepted</c> or <c>revoked</c>.</param>
/// <param name="By">Who invited.</param>
/// <param name="Invited">When, UTC.</param>
/// <param name="Expires">From when on it is of no use, UTC.</param>
/// <param name="AcceptedBy">Who took it.</param>
public sealed record InvitationResource(
    Guid Id, Role Role, PartnerId? Partner, bool IsChair, InvitationState State, MemberId By, Instant Invited, Instant Expires, MemberId? AcceptedBy)
{
    public static IReadOnlyList<InvitationResource> All(MemberList? list, Instant now) =>
    list is null ? [] :
    [
        .. from invitation in list.Invitations.Values
           orderby invitation.At descending
           select new InvitationResource(
               invitation.Id.Value, invitation.Role, invitation.Partner, invitation.IsChair, invitation.StateAt(now), invitation.By, invitation.At, invitation.ExpiresAt,
               invitation.AcceptedBy),
    ];
}
