using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>What an import did.</summary>
/// <param name="Changed">Rows' commands that changed something.</param>
/// <param name="Unchanged">Rows' commands that had been carried out before.</param>
/// <param name="Rejected">What was not imported, and why; nothing else is missing.</param>
/// <param name="Finished">False when the import stopped on the way (the store went away); the same file may be imported again.</param>
public sealed record ImportReport(int Changed, int Unchanged, ValueList<RejectedRow> Rejected, bool Finished);

/// <summary>A row that was not imported.</summary>
/// <param name="Row">Where in the file, such as <c>2009, tyopaja-1</c>.</param>
/// <param name="Reason">In English, for the log and the command line; empty when <paramref name="Problems"/> say it.</param>
/// <param name="Problems">The reasons of the pipeline, for the reader's language.</param>
public sealed record RejectedRow(string Row, string Reason, ValueList<Problem> Problems)
{
    public override string ToString() =>
        $"{Row}: {Reason}{string.Join("; ", Problems.Select(p => $"{p.Field} {p.Code} ({string.Join(", ", p.Arguments)})"))}";
}

/// <summary>How far an import is.</summary>
/// <param name="Row">The row that was last dealt with.</param>
/// <param name="Rows">Commands sent so far.</param>
public sealed record ImportProgress(string Row, int Rows);
