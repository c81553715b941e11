using Microsoft.Extensions.Localization;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Projections.CommentRounds;
using Vuosikello.Projections.Memberships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.SignIn;

/// <summary>What members are called on pages. Events hold ids only.</summary>
public interface IMemberNames
{
    /// <returns>Null for somebody unknown, or erased since.</returns>
    /// <param name="member">Who.</param>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    string? NameOf(MemberId member, string language);
}

/// <summary>Names from the accounts; demo members are called by their roles, and whoever came by a guest link by that.</summary>
public sealed class MemberNames(PersonNames persons, IErasedPersons erased, IRoundViews rounds, IStringLocalizer<GuestTexts> texts, IServiceProvider services) : IMemberNames
{
    private readonly DemoMembers? _demo = services.GetService<DemoMembers>();

    // The log tells every server who was erased, at once; the accounts may be read a moment later, and a demo member's name is in a file.
    public string? NameOf(MemberId member, string language) =>
        erased.Include(member) ? null
        : _demo?.NameOf(member, language) ?? persons.Of(member) ?? (rounds.IsGuest(member) ? LanguageSetup.In(language, () => texts["ByLink"].Value) : null);
}
