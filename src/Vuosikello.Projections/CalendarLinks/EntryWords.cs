namespace Vuosikello.Projections.CalendarLinks;

/// <summary>The words of private calendars, in <c>fi</c>, <c>sv</c> and <c>en</c>; what is about something is followed by a colon and that.</summary>
internal sealed record EntryWords
{
    private static readonly EntryWords Finnish = new()
    {
        Mine = "oma kalenteri",
        SteeringGroup = "ohjausryhmän kalenteri",
        Statement = "Lausunto lähetettävä",
        Approval = "Odottaa hyväksyntää",
        Signature = "Odottaa allekirjoitusta",
        LastDayOfNotice = "Viimeinen päivä irtisanoa ennen jatkumista",
        RoundOpens = "Lausuntokierros alkaa",
        RoundCloses = "Lausuntokierros päättyy",
        ReviewOpened = "Ohjausryhmän katselmus alkoi",
        ReviewClosed = "Ohjausryhmän katselmus päättyi",
        PartnerLabel = "Organisaatio: ",
    };

    private static readonly EntryWords Swedish = new()
    {
        Mine = "min kalender",
        SteeringGroup = "styrgruppens kalender",
        Statement = "Utlåtandet ska skickas",
        Approval = "Väntar på godkännande",
        Signature = "Väntar på underskrift",
        LastDayOfNotice = "Sista dag att säga upp före förlängningen",
        RoundOpens = "Remissrundan börjar",
        RoundCloses = "Remissrundan avslutas",
        ReviewOpened = "Styrgruppens granskning började",
        ReviewClosed = "Styrgruppens granskning avslutades",
        PartnerLabel = "Organisation: ",
    };

    private static readonly EntryWords English = new()
    {
        Mine = "my calendar",
        SteeringGroup = "the steering group's calendar",
        Statement = "Statement to be sent",
        Approval = "Waits for approval",
        Signature = "Waits for a signature",
        LastDayOfNotice = "Last day to give notice before the renewal",
        RoundOpens = "Comment round opens",
        RoundCloses = "Comment round closes",
        ReviewOpened = "Steering review opened",
        ReviewClosed = "Steering review closed",
        PartnerLabel = "Organisation: ",
    };

    public required string Mine { get; init; }
    public required string SteeringGroup { get; init; }
    public required string Statement { get; init; }
    public required string Approval { get; init; }
    public required string Signature { get; init; }
    public required string LastDayOfNotice { get; init; }
    public required string RoundOpens { get; init; }
    public required string RoundCloses { get; init; }
    public required string ReviewOpened { get; init; }
    public required string ReviewClosed { get; init; }
    public required string PartnerLabel { get; init; }

    /// <param name="language">Anything but <c>sv</c> and <c>en</c> means Finnish.</param>
    public static EntryWords In(string language) => language switch { "sv" => Swedish, "en" => English, _ => Finnish };

    public string Of(EntryKind kind) => kind switch
    {
        EntryKind.Statement => Statement,
        EntryKind.Approval => Approval,
        EntryKind.Signature => Signature,
        EntryKind.LastDayOfNotice => LastDayOfNotice,
        EntryKind.RoundOpens => RoundOpens,
        EntryKind.RoundCloses => RoundCloses,
        EntryKind.ReviewOpened => ReviewOpened,
        EntryKind.ReviewClosed => ReviewClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
