namespace Vuosikello.Calendars.TestKit;

/// <summary>One occurrence as a calendar program sees it.</summary>
/// <param name="Start">A time in UTC such as <c>2009-03-24T14:00:00Z</c>, or a date such as <c>2009-03-24</c> for whole days.</param>
/// <param name="End">The same for the end; exclusive for whole days.</param>
public sealed record ReaderOccurrence(string Uid, string Start, string End, string Title, string Status)
{
    public string Description { get; init; } = "";
    public string Location { get; init; } = "";

    /// <summary>What has to agree between programs.</summary>
    public (string Uid, string Start, string End, string Title, string Status) Essence => (Uid, Start, End, Title, Status);
}
