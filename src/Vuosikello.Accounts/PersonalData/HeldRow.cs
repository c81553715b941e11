namespace Vuosikello.Accounts.PersonalData;

/// <summary>One table's rows on somebody.</summary>
/// <param name="Name">What they are, in a word of the program.</param>
public sealed record HeldRows(string Name, IReadOnlyList<HeldRow> Rows);

/// <summary>One row: what its columns mean, and what stands there. Hashes of secrets and sealed texts are told of, not given out.</summary>
public sealed class HeldRow : Dictionary<string, object?>
{
    public HeldRow() : base(StringComparer.Ordinal) { }
}
