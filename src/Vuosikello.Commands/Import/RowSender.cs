using MediatR;
using NodaTime;
using Vuosikello.Domain;

namespace Vuosikello.Commands.Import;

/// <summary>Sends the command of each row on the way that people's commands take, and keeps the account.</summary>
internal sealed class RowSender(IMediator mediator, PartnershipId partnership, MemberId by, Instant now, IProgress<ImportProgress>? progress)
{
    private readonly ImportAccount _account = new(progress);

    /// <summary>When the import runs.</summary>
    public Instant Now { get; } = now;

    /// <summary>The time that the commands are stamped with: now, or when what a file tells of happened.</summary>
    public Instant At { get; set; } = now;

    public ImportReport Report => _account.Report;

    /// <summary>Stamps what follows with this time, or with now when there is none.</summary>
    /// <returns>False when it is no time; the row is rejected.</returns>
    public bool TellFrom(string? told, string row)
    {
        try
        {
            At = told is null ? Now : Times.ReadMoment(told);
            return true;
        }
        catch (FormatException wrong)
        {
            Reject(row, wrong.Message);
            return false;
        }
    }

    public void Reject(string row, string reason) => _account.Reject(row, reason);

    /// <summary>True when the row is imported, now or before.</summary>
    public Task<bool> Send<TCommand>(string row, string what, TCommand command, CancellationToken ct) where TCommand : ICommand =>
        Send(row, ImportIds.Command(partnership, what), command, ct);

    /// <inheritdoc cref="Send{TCommand}(string, string, TCommand, CancellationToken)" />
    public async Task<bool> Send<TCommand>(string row, CommandId id, TCommand command, CancellationToken ct) where TCommand : ICommand
    {
        if (_account.StoreIsAway) return false;
        return _account.Count(row, await mediator.Send(new Send<TCommand>(command, new Stamp(id, by, null, At)), ct));
    }
}
