using Vuosikello.Accounts.Contacts;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>What a row of a table comes to.</summary>
public enum PartnerRowState
{
    New,
    Changed,
    Unchanged,
    Wrong,
}

/// <summary>A field that a row changes, in words.</summary>
/// <param name="Before">Empty where there was nothing.</param>
public sealed record PartnerFieldChange(string Label, string Before, string After);

/// <summary>A row of a table, compared with the register.</summary>
/// <param name="Line">As Excel numbers rows.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Card">As it is to be; null where it is wrong.</param>
/// <param name="Changes">Field by field, of one that is there already.</param>
/// <param name="Why">What is wrong, in words; empty for what is not.</param>
public sealed record PartnerRow(int Line, string Name, PartnerRowState State, Partner? Card, IReadOnlyList<PartnerFieldChange> Changes, IReadOnlyList<string> Why)
{
    /// <summary>Who holds the contact's role from now on; null where the row says nobody else than there is.</summary>
    public (ContactId Contact, ContactDetails Person)? Named { get; init; }
}

/// <summary>What a table would do to a register.</summary>
/// <param name="Unknown">Headings that are none; their columns do not come in.</param>
/// <param name="Refused">Why nothing of the file can be taken, in words; null when it can.</param>
public sealed record PartnerFilePreview(IReadOnlyList<PartnerRow> Rows, IReadOnlyList<string> Unknown, string? Refused = null)
{
    public IReadOnlyList<PartnerRow> Of(PartnerRowState state) => [.. Rows.Where(row => row.State == state)];

    public int Count(PartnerRowState state) => Rows.Count(row => row.State == state);
}
