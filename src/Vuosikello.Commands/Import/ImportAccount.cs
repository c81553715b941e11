using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>Keeps the account of an import: what changed, what had been there, what was not taken and why.</summary>
internal sealed class ImportAccount(IProgress<ImportProgress>? progress)
{
    private readonly List<RejectedRow> _rejected = [];
    private int _changed;
    private int _unchanged;

    public bool StoreIsAway { get; private set; }
    public ImportReport Report => new(_changed, _unchanged, _rejected.ToValueList(), !StoreIsAway);

    public void Reject(string row, string reason) => _rejected.Add(new RejectedRow(row, reason, []));

    /// <summary>True when the row is imported, now or before.</summary>
    public bool Count(string row, Outcome outcome)
    {
        bool done = Account(row, outcome);
        progress?.Report(new ImportProgress(row, _changed + _unchanged + _rejected.Count));
        return done;
    }

    private bool Account(string row, Outcome outcome)
    {
        if (outcome is Outcome.Done done)
        {
            if (done.Repeated) _unchanged++;
            else _changed++;
            return true;
        }
        StoreIsAway |= outcome is Outcome.TryAgain;
        _rejected.Add(outcome switch
        {
            Outcome.TryAgain again => new(row, "", [again.Problem]),
            Outcome.Refused refused => new(row, "", refused.Problems),
            Outcome.NotFound missing => new(row, "", [missing.Problem]),
            Outcome.Forbidden forbidden => new(row, "", [forbidden.Problem]),
            Outcome.Clashed clashed => new(row, $"Others changed {string.Join(", ", clashed.Clashes.Select(clash => clash.Field))} meanwhile.", []),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        });
        return false;
    }
}
