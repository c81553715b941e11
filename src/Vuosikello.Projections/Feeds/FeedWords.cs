namespace Vuosikello.Projections.Feeds;

/// <summary>The words that feeds add to what people wrote, in <c>fi</c>, <c>sv</c> and <c>en</c>.</summary>
internal sealed record FeedWords(
    string Language,
    string CancelledMark,
    string Reason,
    string Agenda,
    string Responsible,
    string Participants,
    string RegisterBy,
    string Register,
    string Link,
    string LinkBack,
    string Calendar)
{
    private static readonly FeedWords Finnish = new(
        "fi", "PERUTTU: ", "Peruuntumisen syy: ", "Ohjelma:", "Vastuutaho: ", "Mukana: ", "Ilmoittautuminen viimeistään ",
        "Ilmoittautuminen: ", "Verkkolinkki: ", "Vuosikellossa: ", "vuosikello");

    private static readonly FeedWords Swedish = new(
        "sv", "INSTÄLLT: ", "Orsak till att det ställts in: ", "Program:", "Ansvarig: ", "Medverkande: ", "Anmälan senast ",
        "Anmälan: ", "Webblänk: ", "I årsklockan: ", "årsklocka");

    private static readonly FeedWords English = new(
        "en", "CANCELLED: ", "Reason for the cancellation: ", "Programme:", "Responsible: ", "Taking part: ", "Register by ",
        "Registration: ", "Online: ", "In the annual cycle: ", "annual cycle");

    /// <param name="language">Anything but <c>sv</c> and <c>en</c> means Finnish.</param>
    public static FeedWords In(string language) => language switch { "sv" => Swedish, "en" => English, _ => Finnish };
}
