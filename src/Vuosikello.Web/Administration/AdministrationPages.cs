using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Projections.Memberships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Administration;

/// <summary>What the page of the server's administrators shows.</summary>
/// <param name="Found">Members of some partnership with a name like the one that was looked for; null when none was.</param>
/// <param name="More">Whether there are more of them than are shown.</param>
public sealed record AdministrationShown(IReadOnlyList<AdministratorShown> Administrators, IReadOnlyList<PersonShown>? Found, bool More, IReadOnlyList<PartnershipView> Partnerships);

/// <param name="By">Who appointed them.</param>
public sealed record AdministratorShown(Administrator Administrator, string Name, string By);

/// <summary>Somebody who could become an administrator.</summary>
public sealed record PersonShown(MemberId Member, string Name);

/// <summary>Finds what the page shows.</summary>
public sealed class AdministrationPages(IMembershipViews memberships, IPartnershipViews partnerships, IMemberNames names, Texts texts)
{
    /// <summary>More people than this are not shown: a longer name finds fewer.</summary>
    public const int Most = 25;

    /// <param name="name">Part of the name of whom to look for; null or blank for nobody.</param>
    public AdministrationShown Find(string? name)
    {
        var found = string.IsNullOrWhiteSpace(name) ? null : People(name).Take(Most + 1).ToList();
        return new(
            [.. memberships.Administrators.Select(one => new AdministratorShown(one, texts.NameOf(one.Member, names), texts.NameOf(one.By, names)))],
            found is null ? null : [.. found.Take(Most)], found?.Count > Most, partnerships.All);
    }

    private IEnumerable<PersonShown> People(string name)
    {
        string wanted = Folded.Letters(name);
        return from member in partnerships.All.SelectMany(view => memberships.ListOf(view.Id)?.Members.Keys ?? []).Distinct()
               let id = new MemberId(member)
               where !memberships.IsAdministrator(id)
               let called = names.NameOf(id, LanguageSetup.Current)
               where called is not null && Folded.Letters(called).Contains(wanted, StringComparison.Ordinal)
               orderby called, member
               select new PersonShown(id, called);
    }
}
