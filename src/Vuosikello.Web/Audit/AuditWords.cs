using Vuosikello.Accounts.Audit;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Audit;

/// <summary>The kinds of entries, and what entries are about, in words.</summary>
public sealed class AuditWords(Texts texts, IPartnershipViews partnerships)
{
    private const int ShownOfId = 8;

    private static readonly string[] OfRights =
    [
        "member-invited", "invitation-revoked", "invitation-accepted", "role-granted", "role-ended", "partnership-restricted", "partnership-opened",
        "administrator-appointed", "administrator-dismissed", "person-erased",
    ];

    /// <summary>The names of all kinds, in the order in which people choose among them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. AuditKind.All.Select(kind => kind.Name), .. OfRights];

    /// <summary>Whether the kind is of what the log has: changes of rights, and who was erased.</summary>
    public static bool IsOfRights(string kind) => OfRights.Contains(kind);

    public string Kind(string kind) => texts.Audit[$"Kind.{kind}"];

    /// <summary>What it is about: the way in, the role, the document.</summary>
    public string What(AuditEntry entry)
    {
        if (entry.Role is { } role) return entry.Partnership is { } id && partnerships.Find(id) is { } found ? texts.RoleInWords(role, found.State) : texts.NameOf(role.Role, role.IsChair);
        return What(entry.What);
    }

    /// <summary>The same where there is no role: a word of the program, one that is followed by a short name, or an id, of which the beginning tells it from others.</summary>
    public string What(string what)
    {
        if (Guid.TryParse(what, out _)) return what[..ShownOfId];
        string[] parts = what.Split('/', 2);
        var known = texts.Audit[$"What.{parts[0]}"];
        if (known.ResourceNotFound) return what;
        return parts.Length > 1 ? $"{known.Value}: {parts[1]}" : known.Value;
    }

    /// <summary>What the partnership is called; null for none.</summary>
    public string? Partnership(AuditEntry entry) =>
        entry.Partnership is { } id ? partnerships.Find(id)?.State.Name.In(LanguageSetup.Current) ?? id.Value : null;
}
