using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Agreements;

/// <summary>From the editor's small forms to commands. Each says in <c>do</c> what it does, in <c>form</c> which one it is, and in <c>version</c> what it showed.</summary>
public static class AgreementEdits
{
    private const string Theirs = "theirs";

    /// <summary>What a form asks for.</summary>
    public abstract record Edit
    {
        private Edit()
        {
        }

        public sealed record Command(IAgreementCommand Wanted) : Edit;

        /// <summary>Its editor touched nothing, or let what the others wrote stand.</summary>
        public sealed record Nothing : Edit;

        /// <summary>The commitment or attachment is another by now than the form showed.</summary>
        public sealed record Changed(Clash Clash) : Edit;
    }

    /// <returns>Null when the form asks for nothing that there is, or could not be read; what, is then in the reader.</returns>
    /// <param name="agreement">As it stands.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="ids">Where ids of new things come from.</param>
    public static Edit? Read(Agreement agreement, FormReader form, INewIds ids)
    {
        if (form.Values["clash"] == Theirs) return new Edit.Nothing();
        string what = form.Values["do"];
        if (what.StartsWith("clause-", StringComparison.Ordinal)) return ClauseEdits.Read(agreement, form, ids);
        if (what.StartsWith("commitment-", StringComparison.Ordinal)) return CommitmentEdits.Read(agreement, form, ids);
        if (what.StartsWith("attachment-", StringComparison.Ordinal)) return AttachmentEdits.Read(agreement, form);
        return Fact(agreement, form, what) is { } changes && form.Problems.Count == 0
            ? new Edit.Command(new EditAgreement(agreement.Id, BasedOn(form), changes))
            : null;
    }

    /// <summary>The version that the form showed.</summary>
    public static long BasedOn(FormReader form) => long.TryParse(form.Values["version"], NumberStyles.None, CultureInfo.InvariantCulture, out long version) ? version : 0;

    /// <summary>Who changed a field last, for a clash that only the page can see.</summary>
    /// <returns>Null when nobody ever changed the field.</returns>
    /// <param name="agreement">As it stands.</param>
    /// <param name="field">One of <see cref="AgreementFields"/>.</param>
    /// <param name="yours">What the editor wants.</param>
    /// <param name="theirs">What stands.</param>
    public static Clash? Clash(Agreement agreement, string field, object? yours, object? theirs) =>
        agreement.Touched.FirstOrDefault(t => t.Field == field) is { } touch ? new Clash(field, yours, theirs, touch.Version, touch.Stamp) : null;

    private static AgreementChanges? Fact(Agreement agreement, FormReader form, string what) => what switch
    {
        AgreementFields.Title => new AgreementChanges { Title = new(form.Text("title")) },
        AgreementFields.Kind => new AgreementChanges { Kind = new(AgreementForm.Kind(form)), Under = new(AgreementForm.Under(form, agreement.Id.Partnership)) },
        AgreementFields.Parties => new AgreementChanges { Parties = new(InOrder(agreement.Draft.Parties, AgreementForm.Parties(form))) },
        AgreementFields.Term => AgreementForm.Term(form) is { } term ? new AgreementChanges { Term = new(term) } : null,
        AgreementFields.Notice => new AgreementChanges { Notice = new(AgreementForm.Notice(form)) },
        AgreementFields.AmendedFrom => new AgreementChanges { AmendedFrom = new(form.Optional("amendedFrom") is { } day ? form.DateOf(day, AgreementFields.AmendedFrom) : null) },
        AgreementFields.Rules => new AgreementChanges { Rules = new(Rules(form)) },
        _ => null,
    };

    // The agreement names its parties in an order, which boxes do not have: those who stay keep their places, new ones come last.
    private static ValueList<PartnerId> InOrder(ValueList<PartnerId> before, ValueList<PartnerId> chosen) =>
        [.. before.Where(p => chosen.Contains(p)), .. chosen.Where(p => !before.Contains(p))];

    private static ValueList<RulesReference> Rules(FormReader form) =>
    [
        .. from key in form.Values.All("rules")
           let parts = key.Split('-', 3)
           where parts.Length == 3
           select new RulesReference(new(Number(parts[0]), Number(parts[1])), parts[2]),
    ];

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
