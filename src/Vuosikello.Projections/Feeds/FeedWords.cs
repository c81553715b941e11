using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Feeds;

/// <summary>The words that feeds add to what people wrote, in <c>fi</c>, <c>sv</c> and <c>en</c>.</summary>
internal sealed record FeedWords
{
    private static readonly FeedWords Finnish = new()
    {
        Language = "fi",
        Calendar = "vuosikello",
        CancelledMark = "PERUTTU: ",
        WithdrawnMark = "POISTETTU: ",
        Withdrawn = "Toiminto on poistettu vuosikellosta.",
        Reason = "Peruuntumisen syy: ",
        Agenda = "Ohjelma:",
        Organiser = "Järjestäjä: ",
        Responsible = "Vastuurooli: ",
        Participants = "Mukana: ",
        RegisterBy = "Ilmoittautuminen viimeistään ",
        Register = "Ilmoittautuminen: ",
        Link = "Verkkolinkki: ",
        LinkBack = "Vuosikellossa: ",
        DeadlineCategory = "Määräpäivä",
    };

    private static readonly FeedWords Swedish = new()
    {
        Language = "sv",
        Calendar = "årsklocka",
        CancelledMark = "INSTÄLLT: ",
        WithdrawnMark = "BORTTAGET: ",
        Withdrawn = "Aktiviteten har tagits bort ur årsklockan.",
        Reason = "Orsak till att det ställts in: ",
        Agenda = "Program:",
        Organiser = "Arrangör: ",
        Responsible = "Ansvarig roll: ",
        Participants = "Medverkande: ",
        RegisterBy = "Anmälan senast ",
        Register = "Anmälan: ",
        Link = "Webblänk: ",
        LinkBack = "I årsklockan: ",
        DeadlineCategory = "Sista dag",
    };

    private static readonly FeedWords English = new()
    {
        Language = "en",
        Calendar = "annual cycle",
        CancelledMark = "CANCELLED: ",
        WithdrawnMark = "REMOVED: ",
        Withdrawn = "The activity was removed from the annual cycle.",
        Reason = "Reason for the cancellation: ",
        Agenda = "Programme:",
        Organiser = "Organised by: ",
        Responsible = "Responsible role: ",
        Participants = "Taking part: ",
        RegisterBy = "Register by ",
        Register = "Registration: ",
        Link = "Online: ",
        LinkBack = "In the annual cycle: ",
        DeadlineCategory = "Deadline",
    };

    public required string Language { get; init; }
    public required string Calendar { get; init; }
    public required string CancelledMark { get; init; }
    public required string WithdrawnMark { get; init; }
    public required string Withdrawn { get; init; }
    public required string Reason { get; init; }
    public required string Agenda { get; init; }
    public required string Organiser { get; init; }
    public required string Responsible { get; init; }
    public required string Participants { get; init; }
    public required string RegisterBy { get; init; }
    public required string Register { get; init; }
    public required string Link { get; init; }
    public required string LinkBack { get; init; }
    public required string DeadlineCategory { get; init; }

    /// <param name="language">Anything but <c>sv</c> and <c>en</c> means Finnish.</param>
    public static FeedWords In(string language) => language switch { "sv" => Swedish, "en" => English, _ => Finnish };

    /// <summary>That a feed does not hold everything, for those who wonder where the rest is.</summary>
    public string LeftOut(FeedOmission omission)
    {
        string span = TimeInWords.Span(omission.First, omission.Last, Language, withYear: true);
        return Language switch
        {
            "sv" => $"Kalendern innehåller det som ligger närmast dagens datum: {span}. {(omission.Events == 1 ? "En händelse längre bort är utelämnad" : $"{omission.Events} händelser längre bort är utelämnade")}, eftersom kalenderprogram slutar läsa så stora kalendrar. Varje år har en egen kalender med allt, och områden, teman och partner har sina egna.",
            "en" => $"This calendar holds what is nearest to today: {span}. {(omission.Events == 1 ? "One event further away is" : $"{omission.Events} events further away are")} left out, because calendar programs stop reading calendars as large as that. Each year has a calendar of its own with everything, and areas, themes and partners have theirs.",
            _ => $"Kalenterissa on se, mikä on lähinnä tätä päivää: {span}. {(omission.Events == 1 ? "Yksi kauempana oleva tapahtuma" : $"{omission.Events} kauempana olevaa tapahtumaa")} on jätetty pois, koska kalenteriohjelmat lakkaavat lukemasta niin suuria kalentereita. Kullakin vuodella on oma kalenterinsa, jossa on kaikki, ja alueilla, teemoilla ja kumppaneilla omansa.",
        };
    }
}
