using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Projections.Words;

namespace Vuosikello.Projections.Feeds.Items;

/// <summary>What deadlines are called in calendars.</summary>
internal static class FeedLabels
{
    public static readonly LocalText RegistrationCloses = new("Ilmoittautuminen päättyy", "Anmälan stänger", "Registration closes");
    public static readonly LocalText AgreementEnds = new("Sopimus päättyy", "Avtalet upphör", "Agreement ends");
    public static readonly LocalText TermEnds = new("Sopimuskausi päättyy", "Avtalsperioden går ut", "Term of agreement ends");
    public static readonly LocalText CommitmentDue = new("Sitoumus", "Åtagande", "Commitment");

    /// <summary>Where one registers.</summary>
    public static LocalText Register(string link) => new($"Ilmoittautuminen: {link}", $"Anmälan: {link}", $"Registration: {link}");

    /// <summary>What follows when the term of an agreement ends that nobody gave notice of.</summary>
    public static LocalText Renewed(LocalDate until) => new(
        $"Sopimus jatkuu {TimeInWords.Date(until, "fi")} asti, ellei sitä irtisanota.",
        $"Avtalet fortsätter till {TimeInWords.Date(until, "sv")} om det inte sägs upp.",
        $"The agreement goes on until {TimeInWords.Date(until, "en")} unless notice is given.");

    /// <summary>Who has committed itself, in which agreement.</summary>
    public static LocalText Committed(LocalText party, LocalText agreement) => new(
        $"{party.In("fi")}\nSopimus: {agreement.In("fi")}",
        $"{party.In("sv")}\nAvtal: {agreement.In("sv")}",
        $"{party.In("en")}\nAgreement: {agreement.In("en")}");
}
