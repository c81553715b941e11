using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;

namespace Vuosikello.Web.SignIn;

/// <summary>What members are called on pages. Events hold ids only.</summary>
public interface IMemberNames
{
    /// <returns>Null for somebody unknown, or erased since.</returns>
    /// <param name="member">Who.</param>
    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    string? NameOf(MemberId member, string language);
}

/// <summary>Names from the accounts; demo members are called by their roles.</summary>
public sealed class MemberNames(PersonNames persons, IServiceProvider services) : IMemberNames
{
    private readonly DemoMembers? _demo = services.GetService<DemoMembers>();

    public string? NameOf(MemberId member, string language) => _demo?.NameOf(member, language) ?? persons.Of(member);
}
