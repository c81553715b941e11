using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Vuosikello.Web.Access;
using Vuosikello.Web.Live;
using Vuosikello.Web.SignIn.Providers;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.SignIn;

/// <summary>The session cookie, the ways in, and where members come from.</summary>
public static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, IHostEnvironment environment, IConfiguration settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddScoped<SignInLetters>();
        services.AddScoped<SignInShown>();
        services.AddScoped<MemberSessions>();
        services.AddScoped<AccountChanges>();
        services.AddSingleton<OrganisationsOf>();
        services.AddSingleton<SessionCheck>();
        services.AddHostedService<EndedSessions>();
        services.AddTriesPolicy();
        services.AddPasskeys(settings);
        services.AddAccess();
        services.AddProviders(settings, environment.IsDevelopment());
        services.AddSecondSteps(settings);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "vuosikello";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "return";
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            options.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().Validate(context);
        });
        AddMembers(services, environment);
    }

    private static void AddMembers(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<IMemberNames, MemberNames>();
        if (environment.IsDevelopment())
        {
            services.AddSingleton(_ => DemoMembers.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "members.json")));
            services.AddHostedService<DemoPersons>();
        }
    }

    // A person is led to the sign-in page; a program is told.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        bool program = Errors.ErrorPages.IsForPrograms(context.Request.Path);
        if (program || status == StatusCodes.Status403Forbidden) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
