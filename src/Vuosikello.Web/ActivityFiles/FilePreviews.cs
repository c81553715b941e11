using NodaTime;
using Vuosikello.Commands.ActivityFiles;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Projections.Boards;
using Vuosikello.Projections.Feeds;
using Vuosikello.Projections.History;
using Vuosikello.Web.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using Vuosikello.Web.Languages;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>What a file would bring into a year, as things stand now. Nothing of it is kept.</summary>
/// <param name="Rows">One for each row that could be read, in the order of the file.</param>
/// <param name="Missing">Activities that the same organisation had imported from files, and that are not in this one.</param>
public sealed record FilePreview(FileReading Reading, IReadOnlyList<RowPreview> Rows, IReadOnlyList<ActivityView> Missing)
{
    public IEnumerable<T> Of<T>() where T : RowPreview => Rows.OfType<T>();

    /// <summary>True when there is nothing to confirm.</summary>
    public bool ChangesNothing => !Rows.Any(row => row is RowPreview.New or RowPreview.Changed);
}

/// <summary>Reads a file and compares it with what stands.</summary>
public sealed class FilePreviews(IBoardViews boards, IActivityHistory history, FeedSettings feeds, IClock clock)
{
    /// <param name="context">The year, and what the member may do.</param>
    /// <param name="octets">The file.</param>
    /// <param name="language">The language of texts whose language the file does not say; null for that of its headings.</param>
    /// <param name="ct">Stops the reading of histories.</param>
    /// <param name="chosen">The rows that are about to be taken: the first so many of them are compared, and no others. Null for all.</param>
    public async Task<FilePreview> Make(
        ActivityContext context, ReadOnlyMemory<byte> octets, string? language, CancellationToken ct, IReadOnlyDictionary<ActivityId, long>? chosen = null)
    {
        var scope = new ReadingScope(context.Id, context.Partnership.State, language ?? LanguageSetup.Current, feeds)
        {
            LanguageIsChosen = language is not null,
            Importer = context.Standing?.For,
            Find = boards.FindActivity,
            At = (id, version) => history.At(id, version, ct),
        };
        var reading = await ActivityFileReader.Read(octets, scope);
        var around = new ActivitySurroundings(context.Partnership.State, context.Cycle.State);
        var comparison = new RowComparison(context.Id, around, context.Standing ?? default, clock.GetCurrentInstant());
        var rows = new List<RowPreview>(reading.Rows.Count);
        var compared = chosen is null ? reading.Rows : reading.Rows.Where(row => chosen.ContainsKey(row.Activity)).Take(FileConfirmation.AtOnce);
        foreach (var row in compared) rows.Add(await Compare(comparison, row, ct));
        if (chosen is not null) return new FilePreview(reading, rows, []);
        var board = boards.Find(context.Id)?.Activities ?? [];
        return new FilePreview(reading, [.. AlikeActivities.Marked(rows, board)], Missing(context, reading, board));
    }

    private async ValueTask<RowPreview> Compare(RowComparison comparison, FileRow row, CancellationToken ct)
    {
        var now = boards.FindActivity(row.Activity)?.State;
        if (row.BasedOn is { } version && now is not null)
        {
            return comparison.Of(row, now, await history.At(now.Id, version, ct) is { } was ? new FileBase(was.Details, was.Status, version) : null);
        }
        // What nobody touched since, or agrees with the file, needs no history.
        if (now is not null && (comparison.Of(row, now, null) is RowPreview.Same || now.Touched.Count == 0)) return comparison.Of(row, now, null);
        var changes = await history.Of(row.Activity, ct);
        return comparison.Of(row, now ?? (changes is [.., var last] ? last.After() : null), LastImport.Of(changes));
    }

    private static List<ActivityView> Missing(ActivityContext context, FileReading reading, IEnumerable<ActivityView> board)
    {
        if (reading.IsRefused) return [];
        var there = reading.Rows.Select(row => row.Activity).ToHashSet();
        var partner = context.Standing?.For;
        return [.. board.Where(a => a.Planned.For == partner && a.State.Status is ActivityStatus.Proposed or ActivityStatus.Confirmed
            && !there.Contains(a.Id) && FileIds.IsPlannedByFile(a.Id, a.Planned))];
    }
}
