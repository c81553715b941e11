using NodaTime;
using Vuosikello.Calendars;
using Vuosikello.Domain.Activities;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Feeds.Bytes;

namespace Vuosikello.Projections.Feeds;

/// <summary>What public feeds say of themselves.</summary>
internal static class FeedFrames
{
    private static readonly Duration Refresh = Duration.FromHours(1);

    /// <param name="details">Of the activity, when the feed is of one.</param>
    public static FeedFrame Of(FeedKey key, Partnership partnership, ActivityDetails? details, FeedOmission? leftOut, FeedSettings settings)
    {
        bool one = key.Scope == FeedScope.Activity && details is not null;
        string title = one ? details!.Title.In(key.Language) : FeedNames.Title(partnership, key) ?? key.Of;
        var header = Header(key.Language, title, leftOut) with
        {
            Url = new Uri(settings.PublicAddress, key.Scope == FeedScope.Year ? $"{key.Partnership}/{key.Of}" : ""),
            Source = new Uri(settings.PublicAddress, FeedNames.Path(key)),
        };
        return new FeedFrame(header, title, one ? FeedNames.FileName(details!) : FeedNames.FileName(key)) { IsDownload = one, LeftOut = leftOut };
    }

    /// <summary>What every calendar of this service begins with, private ones too.</summary>
    public static CalendarHeader Header(string language, string title, FeedOmission? leftOut) => new()
    {
        ProductId = "-//Vuosikello//Vuosikello//" + language.ToUpperInvariant(),
        Name = CalendarText.Clean(title.ReplaceLineEndings(" ")),
        Description = leftOut is null ? null : FeedWords.In(language).LeftOut(leftOut),
        TimeZone = Zones.Helsinki,
        Color = "steelblue",
        RefreshInterval = Refresh,
    };
}
