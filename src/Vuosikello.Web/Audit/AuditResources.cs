using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Audit;

/// <summary>A page of the audit trail.</summary>
/// <param name="Page">1 is the newest.</param>
/// <param name="More">Whether there are older entries, on the next page.</param>
public sealed record AuditListResource(int Page, bool More, IReadOnlyList<AuditResource> Entries)
{
    public static AuditListResource Of(AuditShown shown, IMemberNames names) => new(shown.Query.Page, shown.More, [.. shown.Entries.Select(entry => AuditResource.Of(entry, names))]);
}

/// <summary>An entry of the audit trail.</summary>
/// <param name="By">Who did it; absent for somebody unknown.</param>
/// <param name="ByName">What they are called now; absent for who has no name any more.</param>
/// <param name="About">With whom it was done.</param>
/// <param name="What">The way in, the document, the invitation: a word of the program or an id.</param>
/// <param name="Network">From which network, coarsely: of IPv4 the first 24 bits, of IPv6 the first 48.</param>
/// <param name="Times">How often in the clock hour of <paramref name="At"/>.</param>
public sealed record AuditResource(
    Guid Id, Instant At, string Kind, Guid? By, string? ByName, PartnerId? For, Guid? About, string? AboutName, PartnershipId? Partnership, string What,
    Role? Role, PartnerId? Partner, bool? IsChair, string? Network, int Times, Instant Last)
{
    public static AuditResource Of(AuditEntry e, IMemberNames names) => new(
        e.Id, e.At, e.Kind, e.By?.Value, Name(e.By, names), e.For, e.About?.Value, Name(e.About, names), e.Partnership, e.What,
        e.Role?.Role, e.Role?.Partner, e.Role?.IsChair, e.Network, e.Times, e.Last);

    private static string? Name(MemberId? member, IMemberNames names) => member is { } id ? names.NameOf(id, LanguageSetup.Current) : null;
}
