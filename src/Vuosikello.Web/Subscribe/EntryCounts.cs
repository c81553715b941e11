using Vuosikello.Web.Resources;

namespace Vuosikello.Web.Subscribe;

/// <summary>How many entries a calendar holds, in words: what was called off does not count as coming.</summary>
public sealed class EntryCounts(Texts texts)
{
    public string InWords(FeedPreview preview)
    {
        string held = preview switch
        {
            { Total: 0 } => texts.Subscribe["EntriesNone"],
            { Total: 1 } => texts.Subscribe["EntriesOne"],
            { Total: 2, TakingPlace: 2 } => texts.Subscribe["EntriesBoth"],
            { Coming: 0 } => texts.Subscribe["EntriesPast", preview.Total],
            { TakingPlace: 0 } => texts.Subscribe["EntriesNoneComing", preview.Total],
            { TakingPlace: 1 } => texts.Subscribe["EntriesOneComing", preview.Total],
            _ when preview.TakingPlace == preview.Total => texts.Subscribe["EntriesAll", preview.Total],
            _ => texts.Subscribe["Entries", preview.Total, preview.TakingPlace],
        };
        return preview.Off switch
        {
            0 => held,
            1 => $"{held} {texts.Subscribe["OffOne"]}",
            var off => $"{held} {texts.Subscribe["Off", off]}",
        };
    }
}
