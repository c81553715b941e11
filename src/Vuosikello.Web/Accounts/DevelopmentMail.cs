using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.Mail;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Accounts;

/// <summary>In Development without a mail server: the mails that the service would have sent.</summary>
public static class DevelopmentMail
{
    public const string Address = "/dev/mail";

    public static void MapDevelopmentMail(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment() && app.ServiceProvider.GetService<FolderTransport>() is { } folder)
            app.MapGet(Address, () => new RazorComponentResult<MailPage>(new { All = folder.All() })).Shows(View.DevelopmentMail);
    }
}
