using Vuosikello.Web.Composition;

namespace Vuosikello.Web.Safety;

/// <summary>Where the world finds this service: the setting <c>PublicAddress</c>, and without it the address of Development.</summary>
/// <param name="Uri">Scheme, host and port, ending in a slash.</param>
public sealed record PublicAddress(Uri Uri)
{
    private const string Setting = "PublicAddress";
    private const string InDevelopment = "http://localhost:5080";

    /// <summary>Whether the world comes by TLS, also where a proxy in front of this server ends it.</summary>
    public bool IsSecure => Uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>As browsers say it in <c>Origin</c> (RFC 6454 section 6.2).</summary>
    public string Origin => Uri.GetLeftPart(UriPartial.Authority);

    /// <exception cref="WrongSettingException">The setting is no address of the web.</exception>
    public static PublicAddress From(IConfiguration settings)
    {
        string address = settings[Setting] is { Length: > 0 } set ? set : InDevelopment;
        bool absolute = Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri);
        if (absolute && uri!.Scheme is "http" or "https") return new(uri);
        throw new WrongSettingException($"The setting {Setting} is '{address}'; it has to be an address such as https://vuosikello.example.");
    }
}
