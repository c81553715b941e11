using Vuosikello.Domain;
using Vuosikello.Domain.Memberships;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>A provider of sign-ins (OpenID Connect Core 1.0): the settings <c>OpenIdConnect:{name}:…</c>.</summary>
public sealed record SignInProvider
{
    /// <summary>As it stands in addresses: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary><c>Label</c>: what people know it as.</summary>
    public required string Label { get; init; }

    /// <summary><c>Authority</c>: the issuer, as its tokens say it.</summary>
    public required string Issuer { get; init; }

    /// <summary><c>ClientId</c>: as what this server is registered there.</summary>
    public required string ClientId { get; init; }

    /// <summary>What stands in the file <c>ClientSecretFile</c>, without the line's end; or <c>ClientSecret</c>. Null for a client that has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary><c>Scope</c>: what is asked for.</summary>
    public string Scope { get; init; } = "openid profile email";

    /// <summary><c>Prompt</c>: such as <c>login</c> or <c>select_account</c>; null for what the provider does by itself.</summary>
    public string? Prompt { get; init; }

    /// <summary><c>AcrValues</c>: by which means people have to have been recognised, as brokers of suomi.fi want it said. The token has to name one of them.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary><c>TrustsEmail</c>: whether an address that it calls verified is believed to be the person's.</summary>
    public bool TrustsEmail { get; init; }

    /// <summary><c>Roles:{n}:…</c>: which claim gives which role.</summary>
    public IReadOnlyList<MappedRole> Roles { get; init; } = [];
}

/// <summary>Who has such a claim holds a role: <c>Claim</c>, <c>Value</c>, <c>Partnership</c>, <c>Role</c> (as in the API, or <c>chair</c>) and <c>Partner</c>.</summary>
public sealed record MappedRole(string Claim, string Value, PartnershipId Partnership, HeldRole Role);
