using Vuosikello.Commands;
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

/// <summary>Outside Development, as long as there are no accounts: nobody stands anywhere.</summary>
public sealed class NoMembers : IMemberships, IMemberNames
{
    public ValueTask<IReadOnlyList<Membership>> Of(MemberId member, PartnershipId partnership, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Membership>>([]);

    public string? NameOf(MemberId member, string language) => null;
}
