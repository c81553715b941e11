using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>Adding and removing an attachment. An attachment is known by what it is; a changed one is another.</summary>
internal static class AttachmentEdits
{
    public static AgreementEdits.Edit? Read(Agreement agreement, FormReader form)
    {
        var all = agreement.Draft.Attachments;
        switch (form.Values["do"])
        {
            case "attachment-add":
                var added = new Attachment(form.Text("title"), form.Values["link"].Trim(), form.Values["sha256"].Trim().ToLowerInvariant());
                return all.Contains(added) ? new AgreementEdits.Edit.Nothing() : Save(agreement, [.. all, added]);
            case "attachment-remove":
                var left = all.Where(a => Seen.Of(a) != form.Values["seen"]).ToValueList();
                return left.Count == all.Count ? new AgreementEdits.Edit.Nothing() : Save(agreement, left);
            default:
                return null;
        }
    }

    private static AgreementEdits.Edit.Command Save(Agreement agreement, ValueList<Attachment> all) =>
        new(new EditAgreement(agreement.Id, agreement.Version, new AgreementChanges { Attachments = new(all) }));
}
