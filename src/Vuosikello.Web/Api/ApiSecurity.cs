using Microsoft.OpenApi;

namespace Vuosikello.Web.Api;

/// <summary>How one says who one is, in the OpenAPI document: by a token or by the pages' session; what is public needs neither.</summary>
internal static class ApiSecurity
{
    private const string Token = "token", Session = "session";

    public static void Describe(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "vk_ and 43 letters, digits, hyphens and underscores",
                Description = "A token for one partnership, with a reach: to read, to plan, or to coordinate. It never may more than its person at that moment. Outside its partnership it is nobody.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "vuosikello",
                Description = "The session of whoever is signed in on the pages.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
            new OpenApiSecurityRequirement(),
        ];
    }
}
