using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Audit;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>
/// Brings in what a preview shows: rows that are right, in commands of up to 500, each of them whole or not at all. Sent again, the same form
/// changes nothing more.
/// </summary>
public sealed class PartnerFileTaking(CommandSender commands, ContactPersons contacts, AuditNotes notes)
{
    /// <param name="partnership">As it was compared with the table.</param>
    /// <returns>The outcome of the last command that was sent, or null when there was nothing to bring in; and how many rows came in.</returns>
    public async Task<(Outcome? Outcome, int Taken)> Take(Partnership partnership, PartnerFilePreview preview, Guid command, CancellationToken ct)
    {
        var rows = preview.Rows.Where(row => row.State is PartnerRowState.New or PartnerRowState.Changed).ToList();
        Outcome? outcome = null;
        int taken = 0;
        foreach (var some in rows.Chunk(BringInPartners.Most))
        {
            // The id follows from what the step says as well: a file that was compared anew after a break sends other rows.
            string step = string.Join('\n', some.Select(row => row.Card!.Id));
            outcome = await commands.Send(new BringInPartners(partnership.Id, some.Select(row => row.Card!).ToValueList(), partnership.Version), DeterministicGuid.Create(command, step), ct);
            if (outcome is not Outcome.Done) return (outcome, taken);
            var named = some.Where(row => row.Named is not null).Select(row => (row.Card!.Id, row.Named!.Value.Contact, row.Named.Value.Person)).ToList();
            if (named.Count > 0)
            {
                await contacts.Name(partnership.Id, named, ct);
                await notes.Note(AuditKind.ContactPersonChanged, "partners-import", partnership: partnership.Id);
            }
            if (taken == 0) await notes.Note(AuditKind.Import, "partners-import", partnership: partnership.Id);
            taken += some.Length;
        }
        return (outcome, taken);
    }
}
