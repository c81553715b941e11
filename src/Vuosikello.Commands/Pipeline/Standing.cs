using Vuosikello.Domain;

namespace Vuosikello.Commands;

/// <summary>What the person behind a stamp is in a partnership.</summary>
/// <param name="IsAdministrator">Of the server.</param>
/// <param name="IsCoordinator">Of the partnership.</param>
/// <param name="IsEditorOfFor">An editor of the very organisation that the stamp says.</param>
/// <param name="IsEditor">An editor of some organisation.</param>
/// <param name="For">The organisation that the stamp says.</param>
public readonly record struct Standing(bool IsAdministrator, bool IsCoordinator, bool IsEditorOfFor, bool IsEditor, PartnerId? For)
{
    public static async ValueTask<Standing> Of(Stamp stamp, PartnershipId partnership, IMemberships memberships, CancellationToken ct)
    {
        if (stamp.By == SystemMember.Id) return new Standing(true, false, false, false, stamp.For);
        bool administrator = false, coordinator = false, editorOfFor = false, editor = false;
        foreach (var membership in await memberships.Of(stamp.By, partnership, ct))
        {
            switch (membership.Role)
            {
                case Role.Administrator:
                    administrator = true;
                    break;
                case Role.Coordinator:
                    coordinator |= membership.Partnership == partnership;
                    break;
                case Role.Editor when membership.Partnership == partnership && membership.Partner is not null:
                    editor = true;
                    editorOfFor |= membership.Partner == stamp.For;
                    break;
            }
        }
        return new Standing(administrator, coordinator, editorOfFor, editor, stamp.For);
    }
}
