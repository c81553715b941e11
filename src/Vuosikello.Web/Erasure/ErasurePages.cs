using NodaTime;
using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Erasure;

/// <summary>What is said before somebody is erased.</summary>
/// <param name="IsLastAdministrator">Then it cannot be done yet.</param>
/// <param name="Roles">What ends.</param>
/// <param name="OnlyCoordinatorOf">Names of partnerships that will have no coordinator.</param>
/// <param name="Signed">Signatures under what came into force, which stay as signatures of the organisation.</param>
public sealed record ErasureShown(
    MemberId Member, string Name, bool IsOwn, bool IsLastAdministrator, IReadOnlyList<string> Roles, IReadOnlyList<string> OnlyCoordinatorOf, IReadOnlyList<SignedShown> Signed);

/// <summary>A signature of somebody's.</summary>
public sealed record SignedShown(string Address, string Title, string Organisation, Instant At);

/// <summary>Finds what is said beforehand.</summary>
public sealed class ErasurePages(
    IMembershipViews memberships, IPartnershipViews partnerships, IAgreementViews agreements, IErasedPersons erased, PersonsStore persons, IMemberNames names, CurrentMember reader, Texts texts)
{
    /// <returns>Null for somebody who has no account, or none any more.</returns>
    public async Task<ErasureShown?> Find(MemberId member, CancellationToken ct)
    {
        if (member == SystemMember.Id || erased.Include(member) || await persons.Find(member, ct) is not { } person) return null;
        bool isLast = memberships.IsAdministrator(member) && memberships.Administrators.Count == 1;
        string name = names.NameOf(member, LanguageSetup.Current) ?? person.Email ?? "";
        return new(member, name, member == reader.Id, isLast, [.. Roles(member)], [.. OnlyCoordinatorOf(member)], [.. Signed(member)]);
    }

    private IEnumerable<string> Roles(MemberId member) =>
        from view in partnerships.All
        from role in memberships.ListOf(view.Id)?.RolesOf(member) ?? []
        select $"{view.State.Name.In(LanguageSetup.Current)}: {texts.RoleInWords(role, view.State)}";

    private IEnumerable<string> OnlyCoordinatorOf(MemberId member) =>
        from view in partnerships.All
        let list = memberships.ListOf(view.Id)
        where list?.Find(member, Role.Coordinator, null) is not null
        where !list.Members.Any(other => other.Key != member.Value && other.Value.Any(role => role.Role == Role.Coordinator))
        select view.State.Name.In(LanguageSetup.Current);

    private IEnumerable<SignedShown> Signed(MemberId member) =>
        from view in partnerships.All
        from agreement in agreements.Of(view.Id)
        from version in agreement.State.Versions
        where version.InForceFrom is not null
        from signature in version.Signatures
        where signature.Stamp.By == member
        orderby signature.Stamp.At descending
        select new SignedShown(
            AgreementAddresses.Of(agreement.State.Id), version.Content.Title.In(LanguageSetup.Current), AgreementWords.Name(signature.Party, version, view.State).In(LanguageSetup.Current), signature.Stamp.At);
}
