using System.Text.Json;
using MediatR;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Commands.Import;

/// <summary>
/// Imports a partnership with its years from a file (<c>docs/import.md</c>), by the commands that people use. The same file
/// again changes nothing; a file with more rows adds them; what people have changed since stays as they left it.
/// </summary>
/// <param name="File">UTF-8 JSON.</param>
/// <param name="By">An administrator.</param>
/// <param name="Progress">Hears of each row.</param>
public sealed record ImportPartnership(ReadOnlyMemory<byte> File, MemberId By, IProgress<ImportProgress>? Progress = null) : IRequest<ImportReport>;

internal sealed class ImportPartnershipHandler(IMediator mediator, IClock clock) : IRequestHandler<ImportPartnership, ImportReport>
{
    public async Task<ImportReport> Handle(ImportPartnership request, CancellationToken cancellationToken)
    {
        PartnershipFile file;
        try
        {
            file = PartnershipFile.Read(request.File.Span);
        }
        catch (JsonException wrong)
        {
            string where = $"line {wrong.LineNumber + 1}, {wrong.Path ?? "$"}";
            return new ImportReport(0, 0, [new RejectedRow(where, $"{wrong.Message} Nothing of the file was imported.", [])], Finished: true);
        }
        var partnership = new PartnershipId(file.Partnership);
        var rows = new RowSender(mediator, partnership, request.By, clock.GetCurrentInstant(), request.Progress);
        if (!rows.TellFrom(file.Told, "partnership")) return rows.Report;
        if (await rows.Send("partnership", "found", new FoundPartnership(partnership, file.Name), cancellationToken))
        {
            await ImportRegister(file, partnership, rows, cancellationToken);
            await new YearImport(file, partnership, rows).Run(cancellationToken);
        }
        return rows.Report;
    }

    private static async Task ImportRegister(PartnershipFile file, PartnershipId partnership, RowSender rows, CancellationToken ct)
    {
        foreach (var area in file.Areas)
            await rows.Send($"area {area.Id}", $"areas/{area.Id}", new AddArea(partnership, new Area(new AreaId(area.Id), area.Name, (area.Municipalities ?? []).ToValueList())), ct);
        foreach (var theme in file.Themes)
            await rows.Send($"theme {theme.Id}", $"themes/{theme.Id}", new AddTheme(partnership, new Theme(new ThemeId(theme.Id), theme.Name)), ct);
        foreach (var partner in file.Partners)
            await rows.Send($"partner {partner.Id}", $"partners/{partner.Id}", new AdmitPartner(partnership, Rows.Partner(partner)), ct);
        foreach (var group in file.WorkingGroups)
            await rows.Send($"working group {group.Id}", $"working-groups/{group.Id}", new FormWorkingGroup(partnership, Rows.WorkingGroup(group)), ct);
    }
}
