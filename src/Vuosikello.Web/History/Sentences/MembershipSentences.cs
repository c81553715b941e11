using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Domain.SteeringReviews;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.History.Sentences;

/// <summary>Who was invited, who came to hold which role, whose role ended; and whether the partnership is public.</summary>
public sealed class MembershipSentences(IMemberNames names) : ISentences
{
    public SubjectKind Kind => SubjectKind.MemberList;

    public Subject SubjectOf(Telling telling) => new(telling.Texts.History[$"Kind.{Kind}"], null);

    public Sentence? Of(Telling telling) => telling.Event switch
    {
        MemberInvited e => telling.Say(RoleOf(telling, new HeldRole(e.Role, e.Partner, e.IsChair))),
        InvitationRevoked e => telling.Say(RoleOf(telling, e.Invitation)),
        InvitationAccepted e => telling.Say(RoleOf(telling, new HeldRole(e.Role, e.Partner, e.IsChair))).Pair(telling.Label("invitedBy"), null, InviterOf(telling, e.Invitation)),
        RoleGranted e => telling.Say(RoleOf(telling, new HeldRole(e.Role, e.Partner, e.IsChair)), NameOf(telling, e.Member)),
        RoleEnded e when e.Member == telling.Happened.Stamp.By => telling.SayAs("RoleEnded.Own", RoleOf(telling, Before(telling, e))),
        RoleEnded e when IsOfErased(telling, e) => telling.SayAs("RoleEnded.Erased", RoleOf(telling, Before(telling, e))),
        RoleEnded e => telling.Say(RoleOf(telling, Before(telling, e)), NameOf(telling, e.Member)),
        PartnershipRestrictedToMembers or PartnershipOpenedToAll => telling.Say(),
        _ => null,
    };

    // The service ends the roles of who was erased; that nobody knows the name any more is all that there is to say of the person.
    private bool IsOfErased(Telling telling, RoleEnded e) =>
        telling.Happened.Stamp.By == SystemMember.Id && names.NameOf(e.Member, Telling.Language) is null;

    private static HeldRole Before(Telling telling, RoleEnded e) => telling.Before<MemberList>()?.Find(e.Member, e.Role, e.Partner) ?? new(e.Role, e.Partner);

    private static string RoleOf(Telling telling, InvitationId invitation) =>
        telling.After<MemberList>()?.Find(invitation) is { } found ? RoleOf(telling, new HeldRole(found.Role, found.Partner, found.IsChair)) : "–";

    private static string RoleOf(Telling telling, HeldRole role) => telling.Texts.RoleInWords(role, telling.Partnership);

    private string? InviterOf(Telling telling, InvitationId invitation) =>
        telling.After<MemberList>()?.Find(invitation) is { } found ? NameOf(telling, found.By) : null;

    private string NameOf(Telling telling, MemberId member) => telling.Texts.NameOf(member, names);
}
