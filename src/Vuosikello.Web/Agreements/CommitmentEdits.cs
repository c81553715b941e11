using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>
/// Adding, changing and removing a commitment. The agreement has them as one list; here each is by itself, so that two editors of different commitments
/// never meet: the list is made from the one that stands, and only the commitment itself has to be as the form showed it.
/// </summary>
internal static class CommitmentEdits
{
    public static AgreementEdits.Edit? Read(Agreement agreement, FormReader form, INewIds ids)
    {
        var all = agreement.Draft.Commitments;
        if (form.Values["do"] == "commitment-add")
        {
            var id = new CommitmentId(FormIds.Read(form.Values, "commitment", ids));
            if (all.Any(c => c.Id == id)) return new AgreementEdits.Edit.Nothing();
            return Typed(form, id) is { } added ? Save(agreement, [.. all, added]) : null;
        }
        if (!Guid.TryParse(form.Values["commitment"], out var known)) return null;
        var standing = all.FirstOrDefault(c => c.Id.Value == known);
        bool removes = form.Values["do"] == "commitment-remove";
        if (standing is null && removes) return new AgreementEdits.Edit.Nothing();
        var wanted = removes ? null : Typed(form, new CommitmentId(known));
        if (!removes && wanted is null) return null;
        bool isAnother = (standing is null || Seen.Of(standing) != form.Values["seen"]) && form.Values["clash"] != "mine";
        if (isAnother && AgreementEdits.Clash(agreement, AgreementFields.Commitments, InList(wanted), InList(standing)) is { } clash)
            return new AgreementEdits.Edit.Changed(clash);
        if (wanted == standing) return new AgreementEdits.Edit.Nothing();
        if (wanted is null) return Save(agreement, [.. all.Where(c => c.Id.Value != known)]);
        return Save(agreement, standing is null ? [.. all, wanted] : [.. all.Select(c => c == standing ? wanted : c)]);
    }

    public static FormValues Write(Commitment commitment) => FormValues.Empty
        .With("by", commitment.By.Value)
        .With("what", commitment.What)
        .With("due", commitment.Due.Year is null ? "yearly" : "once")
        .With("on", commitment.Due.Year is { } year ? FormText.Iso(new NodaTime.LocalDate(year, commitment.Due.Month, commitment.Due.Day)) : null)
        .With("month", commitment.Due.Month.ToString(CultureInfo.InvariantCulture))
        .With("day", commitment.Due.Day.ToString(CultureInfo.InvariantCulture))
        .With("activities", commitment.Activities.Select(a => a.ToString()));

    private static AgreementEdits.Edit.Command Save(Agreement agreement, ValueList<Commitment> all) =>
        new(new EditAgreement(agreement.Id, agreement.Version, new AgreementChanges { Commitments = new(all) }));

    private static ValueList<Commitment> InList(Commitment? commitment) => commitment is null ? [] : [commitment];

    private static Commitment? Typed(FormReader form, CommitmentId id)
    {
        var due = Due(form);
        var activities = form.Values.All("activities").Where(a => a.Length > 0).Select(a => Guid.TryParse(a, out var activity) ? activity : Guid.Empty).Distinct();
        return due is null ? null : new Commitment(id, new PartnerId(form.Values["by"]), form.Text("what"), due, activities.Select(a => new ActivityId(a)).ToValueList());
    }

    private static CommitmentDue? Due(FormReader form)
    {
        if (form.Values["due"] == "once") return form.Date("on", AgreementFields.Commitments) is { } day ? CommitmentDue.On(day) : null;
        var (month, dayOfMonth) = (form.Number("month", AgreementFields.Commitments), form.Number("day", AgreementFields.Commitments));
        return month is { } m && dayOfMonth is { } d ? new CommitmentDue(m, d) : null;
    }
}
