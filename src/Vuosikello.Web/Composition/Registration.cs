using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Vuosikello.Web.Languages;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Composition;

/// <summary>What the server is made of: every part registers itself, this names the parts.</summary>
public static class Registration
{
    public static void AddVuosikello(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var folder = DataFolder.From(builder.Configuration, builder.Environment.ContentRootPath);

        services.AddSingleton(folder);
        services.AddSystemClock();
        services.AddSingleton<INewIds, NewIds>();
        services.AddHostedService<Announcement>();
        services.AddHealthChecks();
        services.AddProblemDetails();
        services.AddDataProtection()
            .SetApplicationName("vuosikello")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder.Path, "keys")));

        services.AddLanguages();
        services.AddSignIn(builder.Environment);
        services.AddPages();
    }

    private static void AddSystemClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // the composition root is where the clock comes from
        services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
    }
}
