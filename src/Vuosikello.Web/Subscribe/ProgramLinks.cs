namespace Vuosikello.Web.Subscribe;

/// <summary>The addresses that make each calendar program begin a subscription.</summary>
/// <remarks>
/// None of the programs' makers documents theirs; these are what they were seen to take. Google's needs <c>webcal:</c> inside, for with <c>https:</c> it
/// says that the calendar is not to be found; Outlook's takes the https address and a name, at one host for work and school accounts and another for
/// personal ones. The new Outlook for Windows loses the scheme of a <c>webcal:</c> link, so there is none for it.
/// </remarks>
/// <param name="Address">The feed's full address, http or https.</param>
/// <param name="Name">What the calendar is to be called.</param>
public sealed record ProgramLinks(string Address, string Name)
{
    /// <summary>Outlook on the web, accounts of work and school.</summary>
    public string OutlookWork => $"https://outlook.office.com/calendar/0/addfromweb?url={Uri.EscapeDataString(Address)}&name={Uri.EscapeDataString(Name)}";

    /// <summary>Outlook.com, personal accounts.</summary>
    public string OutlookPersonal => $"https://outlook.live.com/calendar/0/addfromweb?url={Uri.EscapeDataString(Address)}&name={Uri.EscapeDataString(Name)}";

    /// <summary>Google Calendar in a browser; on a phone only its settings in a browser on a computer can do it.</summary>
    public string Google => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal)}";

    /// <summary>Calendar on iPhone, iPad and Mac, which does not know <c>webcals:</c>.</summary>
    public string Apple => Webcal;

    /// <summary>Thunderbird reads <c>webcal:</c> as http and <c>webcals:</c> as https.</summary>
    public string Thunderbird => Address.StartsWith("https:", StringComparison.Ordinal) ? "webcals" + Address["https".Length..] : Webcal;

    private string Webcal => "webcal" + Address[Address.IndexOf(':', StringComparison.Ordinal)..];
}
