using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Vuosikello.Web.SignIn;

/// <summary>The session cookie, and where members come from.</summary>
public static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentMember>();
        services.AddAuthorization();
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
        });
        AddMembers(services, environment);
    }

    private static void AddMembers(IServiceCollection services, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            services.AddSingleton(_ => DemoMembers.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "members.json")));
            services.AddSingleton<IMemberNames>(s => s.GetRequiredService<DemoMembers>());
        }
        else
        {
            services.AddSingleton<IMemberNames, NoMembers>();
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
