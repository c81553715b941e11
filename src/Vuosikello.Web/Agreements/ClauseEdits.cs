using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>Adding, changing, moving and removing a clause.</summary>
internal static class ClauseEdits
{
    public static AgreementEdits.Edit? Read(Agreement agreement, FormReader form, INewIds ids)
    {
        long basedOn = AgreementEdits.BasedOn(form);
        if (form.Values["do"] == "clause-add")
        {
            // The form names the clause that it makes: sent twice it is one.
            var added = new ClauseId(FormIds.Read(form.Values, "clause", ids));
            return new AgreementEdits.Edit.Command(new AddAgreementClause(agreement.Id, added, form.Text("title"), form.Text("text"), After(form)));
        }
        if (!Guid.TryParse(form.Values["clause"], out var id)) return null;
        var clause = new ClauseId(id);
        switch (form.Values["do"])
        {
            case "clause-edit":
                return Changed(agreement, clause, basedOn, form);
            case "clause-up" or "clause-down":
                return Moved(agreement, clause, basedOn, up: form.Values["do"] == "clause-up");
            case "clause-remove":
                return new AgreementEdits.Edit.Command(new RemoveAgreementClause(agreement.Id, clause, basedOn));
            default:
                return null;
        }
    }

    private static AgreementEdits.Edit Changed(Agreement agreement, ClauseId clause, long basedOn, FormReader form)
    {
        var title = Touched(form, "title");
        var text = Touched(form, "text");
        return title is null && text is null
            ? new AgreementEdits.Edit.Nothing()
            : new AgreementEdits.Edit.Command(new EditAgreementClause(agreement.Id, clause, basedOn, title, text));
    }

    private static Edit<LocalText>? Touched(FormReader form, string name)
    {
        var typed = form.Text(name);
        return form.Values[$"clash.{name}"] == "theirs" || Seen.Of(typed) == form.Values[$"seen.{name}"] ? null : new Edit<LocalText>(typed);
    }

    // By one place among the clauses as they stand.
    private static AgreementEdits.Edit Moved(Agreement agreement, ClauseId clause, long basedOn, bool up)
    {
        var order = agreement.Draft.Clauses.Select(c => c.Id).ToList();
        int at = order.IndexOf(clause);
        int behind = up ? at - 2 : at + 1;
        if (at < 0) return new AgreementEdits.Edit.Command(new MoveAgreementClause(agreement.Id, clause, basedOn, null));
        if ((up && at == 0) || behind >= order.Count) return new AgreementEdits.Edit.Nothing();
        return new AgreementEdits.Edit.Command(new MoveAgreementClause(agreement.Id, clause, basedOn, behind < 0 ? null : order[behind]));
    }

    private static ClauseId? After(FormReader form) => Guid.TryParse(form.Values["after"], out var id) ? new ClauseId(id) : null;
}
