using Vuosikello.Accounts.Logins;
using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Memberships;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>The providers that settings name; none without.</summary>
public sealed class SignInProviders
{
    private const string Section = "OpenIdConnect";

    private SignInProviders(IReadOnlyList<SignInProvider> all) => All = all;

    /// <summary>By their labels.</summary>
    public IReadOnlyList<SignInProvider> All { get; }

    public SignInProvider? Find(string name) => All.FirstOrDefault(provider => provider.Name == name);

    /// <param name="settings">The server's.</param>
    /// <param name="isDevelopment">Where a provider may be asked without TLS.</param>
    /// <exception cref="WrongSettingException">A provider's settings say what cannot be.</exception>
    /// <exception cref="IOException">A secret's file cannot be read.</exception>
    public static SignInProviders From(IConfiguration settings, bool isDevelopment)
    {
        var all = settings.GetSection(Section).GetChildren().Select(section => Read(section, isDevelopment)).OrderBy(p => p.Label, StringComparer.OrdinalIgnoreCase).ToList();
        if (all.GroupBy(provider => provider.Issuer, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new WrongSettingException($"The settings {Section} name the provider '{twice.Key}' twice.");
        return new(all);
    }

    private static SignInProvider Read(IConfigurationSection section, bool isDevelopment)
    {
        if (!Slug.IsValid(section.Key)) throw new WrongSettingException($"The setting {section.Path} has to be named by small letters, digits and hyphens.");
        string issuer = Needed(section, "Authority");
        bool isWeb = Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp));
        if (!isWeb || issuer.Length > ExternalLogins.LongestIssuer)
            throw new WrongSettingException($"The setting {section.Path}:Authority is '{issuer}'; it has to be an https address of at most {ExternalLogins.LongestIssuer} characters, as the provider's tokens name it.");
        return new()
        {
            Name = section.Key,
            Label = section["Label"] is { Length: > 0 } label ? label : section.Key,
            Issuer = issuer,
            ClientId = Needed(section, "ClientId"),
            ClientSecret = section["ClientSecretFile"] is { Length: > 0 } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : section["ClientSecret"] is { Length: > 0 } secret ? secret : null,
            Scope = section["Scope"] is { Length: > 0 } scope ? scope : "openid profile email",
            Prompt = section["Prompt"] is { Length: > 0 } prompt ? prompt : null,
            AcrValues = (section["AcrValues"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            TrustsEmail = section.GetValue("TrustsEmail", false),
            Roles = [.. section.GetSection("Roles").GetChildren().Select(RoleOf)],
        };
    }

    private static MappedRole RoleOf(IConfigurationSection section)
    {
        if (InvitationList.OfFormName(Needed(section, "Role")) is not { } role)
            throw new WrongSettingException($"The setting {section.Path}:Role is '{section["Role"]}'; it has to be coordinator, editor, signatory, steering-group-member, chair or reader.");
        bool isForPartner = role.Role is Role.Editor or Role.Signatory;
        return new(Needed(section, "Claim"), Needed(section, "Value"), new(Needed(section, "Partnership")),
            new(role.Role, isForPartner ? new PartnerId(Needed(section, "Partner")) : null, role.IsChair));
    }

    private static string Needed(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value ? value : throw new WrongSettingException($"The setting {section.Path}:{name} is missing.");
}
