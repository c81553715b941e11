using System.Text.Json;
using MediatR;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Commands.Import;

/// <summary>
/// Gives people their roles from a file (<c>docs/import.md</c>), by the commands that a coordinator gives. The same file again changes
/// nothing, also when a role has ended since.
/// </summary>
/// <param name="File">UTF-8 JSON.</param>
/// <param name="Progress">Hears of each row.</param>
public sealed record ImportStandings(ReadOnlyMemory<byte> File, IProgress<ImportProgress>? Progress = null) : IRequest<ImportReport>;

internal sealed class ImportStandingsHandler(IMediator mediator, IClock clock) : IRequestHandler<ImportStandings, ImportReport>
{
    public async Task<ImportReport> Handle(ImportStandings request, CancellationToken cancellationToken)
    {
        StandingsFile file;
        try
        {
            file = StandingsFile.Read(request.File.Span);
        }
        catch (JsonException wrong)
        {
            string where = $"line {wrong.LineNumber + 1}, {wrong.Path ?? "$"}";
            return new ImportReport(0, 0, [new RejectedRow(where, $"{wrong.Message} Nobody was given a role.", [])], Finished: true);
        }
        var account = new ImportAccount(request.Progress);
        foreach (var administrator in file.Administrators)
            await Send($"administrator {administrator}", ImportIds.Appointment(new(administrator)), new AppointAdministrator(new(administrator)), clock.GetCurrentInstant());
        foreach (var partnership in file.Partnerships) await Grant(partnership);
        return account.Report;

        async Task Grant(StandingsIn standings)
        {
            if (!TryTell(standings, out var at)) return;
            var partnership = new PartnershipId(standings.Partnership);
            foreach (var row in standings.Roles)
            {
                string what = $"members/{row.Member}/{row.Role}/{row.Partner}";
                var grant = new GrantRole(partnership, new(row.Member), row.Role, row.Partner is null ? null : new PartnerId(row.Partner), row.IsChair);
                await Send($"{partnership}, {row.Role} {row.Member}", ImportIds.Command(partnership, what), grant, at);
            }
        }

        bool TryTell(StandingsIn standings, out Instant at)
        {
            at = clock.GetCurrentInstant();
            try
            {
                if (standings.Told is not null) at = Times.ReadMoment(standings.Told);
                return true;
            }
            catch (FormatException wrong)
            {
                account.Reject(standings.Partnership, wrong.Message);
                return false;
            }
        }

        async Task Send<TCommand>(string row, CommandId id, TCommand command, Instant at) where TCommand : ICommand
        {
            if (!account.StoreIsAway) account.Count(row, await mediator.Send(new Send<TCommand>(command, new Stamp(id, SystemMember.Id, null, at)), cancellationToken));
        }
    }
}
