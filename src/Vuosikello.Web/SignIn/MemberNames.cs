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

/// <summary>Outside Development, as long as there are no accounts: nobody has a name.</summary>
public sealed class NoMembers : IMemberNames
{
    public string? NameOf(MemberId member, string language) => null;
}
