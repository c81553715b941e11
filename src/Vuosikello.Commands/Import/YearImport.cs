using System.Text.Json;
using NodaTime;
using Vuosikello.Commands.AnnualCycles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.AnnualCycles;

namespace Vuosikello.Commands.Import;

/// <summary>The years of a file: the cycle, its activities with where they stand, and last the phase, for a closed year takes nothing in.</summary>
internal sealed class YearImport(PartnershipFile file, PartnershipId partnership, RowSender rows)
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb[Zones.Helsinki];
    private readonly LocalDate _today = rows.Now.InZone(Helsinki).Date;

    public async Task Run(CancellationToken ct)
    {
        foreach (var year in file.Years)
        {
            if (YearOf(year) is not { } number) rows.Reject($"year {year.Year}", "A year is a number or \"running\".");
            else await Import(year, new CycleId(partnership, number), ct);
        }
    }

    private async Task Import(YearRow year, CycleId cycle, CancellationToken ct)
    {
        var source = year.From is { } from ? file.Years.FirstOrDefault(y => YearOf(y) == from) : null;
        if (year.From is not null && source is null)
        {
            rows.Reject($"{cycle.Year}", $"The year {year.From}, which it is made from, is not in this file.");
            return;
        }
        if (!rows.TellFrom(year.Told, $"{cycle.Year}")) return;
        if (source is null && !await rows.Send($"{cycle.Year}", $"{cycle.Year}/draft", new DraftCycle(cycle), ct)) return;
        if (source is not null) await Roll(year, source, cycle, ct);
        if (year.Emphasis is { } emphasis)
            await rows.Send($"{cycle.Year}, emphasis", $"{cycle.Year}/emphasis", new SetCycleEmphasis(cycle, emphasis), ct);
        foreach (var row in year.Activities ?? []) await Plan(row, cycle, ct);
        await Bring(cycle, year.Phase, ct);
    }

    private async Task Plan(ActivityRow row, CycleId cycle, CancellationToken ct)
    {
        string name = $"{cycle.Year}, {row.Key}";
        if (Details(row, name) is not { } details) return;
        var id = ImportIds.Activity(cycle, row.Key);
        if (await rows.Send(name, $"{cycle.Year}/{row.Key}/plan", new PlanActivity(cycle, id, details), ct))
            await Settle(row, row.Key, id, cycle, details.Time, ct);
    }

    /// <summary>Plans what the roll-forward process would plan, by the same commands: whoever comes second changes nothing.</summary>
    private async Task Roll(YearRow year, YearRow source, CycleId cycle, CancellationToken ct)
    {
        var from = cycle with { Year = year.From!.Value };
        var activities = source.Activities ?? [];
        var ids = activities.Select(row => ImportIds.Activity(from, row.Key)).ToValueList();
        if (!await rows.Send($"{cycle.Year}", $"{cycle.Year}/roll", new RollCycleForward(cycle, from.Year, ids), ct)) return;
        foreach (var row in activities)
        {
            string name = $"{cycle.Year}, {row.Key}";
            if (Details(row, name) is not { } details) continue;
            var origin = ImportIds.Activity(from, row.Key);
            var plan = RollForward.Plan(cycle, from.Year, origin, details);
            if (await rows.Send(name, RollForward.CommandFor(cycle.Year, origin), plan, ct)
                && year.Changes?.GetValueOrDefault(row.Key) is { } change)
                await Settle(change, row.Key, plan.Activity, cycle, plan.Details.Time, ct);
        }
        foreach (string key in year.Changes?.Keys ?? [])
            if (!activities.Any(row => row.Key == key)) rows.Reject($"{cycle.Year}, {key}", $"The year {from.Year} has no activity with this key.");
    }

    private async Task Settle(StatusRow row, string key, ActivityId id, CycleId cycle, ActivityTime time, CancellationToken ct)
    {
        string name = $"{cycle.Year}, {key}, status";
        string what = $"{cycle.Year}/{key}";
        switch (row.Status)
        {
            case ActivityStatus.Proposed:
                break;
            case ActivityStatus.Held when Occurrences.LastDay(time) < _today:
                await MarkHeld(row, name, what, id, Occurrences.LastDay(time), ct);
                break;
            case ActivityStatus.Confirmed or ActivityStatus.Held:
                await rows.Send(name, $"{what}/confirm", new ConfirmActivity(partnership, id), ct);
                break;
            case ActivityStatus.Cancelled:
                await rows.Send(name, $"{what}/cancel", new CancelActivity(partnership, id, row.Reason ?? LocalText.Empty), ct);
                break;
            default:
                rows.Reject(name, "What was withdrawn is left out of a file.");
                break;
        }
    }

    // A year that is told from its own time is told day by day: nobody could mark in January what is held in May.
    private async Task MarkHeld(StatusRow row, string name, string what, ActivityId id, LocalDate lastDay, CancellationToken ct)
    {
        var told = rows.At;
        if (told < rows.Now) rows.At = Instant.Max(told, lastDay.PlusDays(1).At(new LocalTime(9, 0)).InZoneLeniently(Helsinki).ToInstant());
        await rows.Send(name, $"{what}/held", new MarkActivityHeld(partnership, id, Rows.Attendance(row.Attendance)), ct);
        rows.At = told;
    }

    private async Task Bring(CycleId cycle, CyclePhase phase, CancellationToken ct)
    {
        string name = $"{cycle.Year}, phase";
        if (phase >= CyclePhase.InCommentRound) await rows.Send(name, $"{cycle.Year}/open", new OpenCycleForComments(cycle), ct);
        if (phase >= CyclePhase.Adopted) await rows.Send(name, $"{cycle.Year}/adopt", new AdoptCycle(cycle), ct);
        if (phase >= CyclePhase.Closed) await rows.Send(name, $"{cycle.Year}/close", new CloseCycle(cycle), ct);
    }

    private ActivityDetails? Details(ActivityRow row, string name)
    {
        try
        {
            return Rows.Details(row);
        }
        catch (FormatException wrong)
        {
            rows.Reject(name, wrong.Message);
            return null;
        }
    }

    private int? YearOf(YearRow row) => row.Year.ValueKind switch
    {
        JsonValueKind.Number when row.Year.TryGetInt32(out int year) => year,
        JsonValueKind.String when row.Year.ValueEquals("running") => _today.Year,
        _ => null,
    };
}
