using MediatR;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>Sends the command of each row on the way that people's commands take, and keeps the account.</summary>
internal sealed class RowSender(IMediator mediator, PartnershipId partnership, MemberId by, Instant at, IProgress<ImportProgress>? progress)
{
    private readonly List<RejectedRow> _rejected = [];
    private int _changed;
    private int _unchanged;

    public Instant At => at;
    public bool StoreIsAway { get; private set; }
    public ImportReport Report => new(_changed, _unchanged, _rejected.ToValueList(), !StoreIsAway);

    public void Reject(string row, string reason) => _rejected.Add(new RejectedRow(row, reason, []));

    /// <summary>True when the row is imported, now or before.</summary>
    public Task<bool> Send<TCommand>(string row, string what, TCommand command, CancellationToken ct) where TCommand : ICommand =>
        Send(row, ImportIds.Command(partnership, what), command, ct);

    /// <inheritdoc cref="Send{TCommand}(string, string, TCommand, CancellationToken)" />
    public async Task<bool> Send<TCommand>(string row, CommandId id, TCommand command, CancellationToken ct) where TCommand : ICommand
    {
        if (StoreIsAway) return false;
        var outcome = await mediator.Send(new Send<TCommand>(command, new Stamp(id, by, null, at)), ct);
        bool done = Count(row, outcome);
        progress?.Report(new ImportProgress(row, _changed + _unchanged + _rejected.Count));
        return done;
    }

    private bool Count(string row, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Done done:
                if (done.Repeated) _unchanged++;
                else _changed++;
                return true;
            case Outcome.TryAgain again:
                StoreIsAway = true;
                _rejected.Add(new RejectedRow(row, "", [again.Problem]));
                return false;
            case Outcome.Refused refused:
                _rejected.Add(new RejectedRow(row, "", refused.Problems));
                return false;
            case Outcome.NotFound missing:
                _rejected.Add(new RejectedRow(row, "", [missing.Problem]));
                return false;
            case Outcome.Forbidden forbidden:
                _rejected.Add(new RejectedRow(row, "", [forbidden.Problem]));
                return false;
            default:
                throw new InvalidOperationException($"An import edits nothing, so {row} cannot clash.");
        }
    }
}
