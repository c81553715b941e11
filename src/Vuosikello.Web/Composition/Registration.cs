using NodaTime;
using Vuosikello.Accounts;
using Vuosikello.Commands;
using Vuosikello.Commands.Import;
using Vuosikello.Processes;
using Vuosikello.Projections;
using Vuosikello.Web.Api;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Feeds;
using Vuosikello.Web.FirstStart;
using Vuosikello.Web.Languages;
using Vuosikello.Web.Live;
using Vuosikello.Web.Partners;
using Vuosikello.Web.Safety;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.Store;
using Vuosikello.Web.Wheel;

namespace Vuosikello.Web.Composition;

/// <summary>What the server is made of: every part registers itself, this names the parts.</summary>
public static class Registration
{
    public static void AddVuosikello(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var folder = DataFolder.From(builder.Configuration, builder.Environment.ContentRootPath);

        // The host logs what it throws as well; StartFailure says it to people, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Every statement in the accounts database would be a line.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Whoever asks for health every few seconds gets the answer; the log has the cause once.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
        // Pages with a form are "private, no-cache" or stricter by their own choice; that antiforgery makes them "no-store" is no fault of anybody's.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error);
        services.AddSingleton(folder);
        services.AddSafety(builder.Configuration);
        services.AddSystemClock();
        services.AddSingleton<INewIds, NewIds>();
        services.AddHostedService<Announcement>();
        services.AddHealth();
        services.AddProblemDetails();
        services.AddSharedKeys(builder.Configuration, folder);

        services.AddEventStore(builder.Configuration, folder);
        services.AddHostedService<FirstQuestion>();
        services.AddHostedService<Metrics>();
        services.AddMetricsExport(builder.Configuration);
        services.AddCommands();
        services.AddProjections(folder.Path);
        // Before the processes, which start when it has ended: in the middle of a story of 2009 everything in it would be overdue.
        if (builder.Environment.IsDevelopment()) services.AddDemoImport(Path.Combine(AppContext.BaseDirectory, "Demo"));
        services.AddProcesses();

        services.AddAccounts(builder.Configuration, folder.Path, builder.Environment.IsDevelopment() ? Path.Combine(folder.Path, "mail") : null);

        services.AddLanguages();
        services.AddSignIn(builder.Environment, builder.Configuration);
        services.AddFirstStart();
        services.AddPages();
        services.AddSingleton<ContactSweep>();
        services.AddHostedService<ContactsFollowCards>();
        services.AddSingleton<CardReaders>();
        services.AddSingleton<CardLetters>();
        services.AddHostedService<LettersFollowQuestions>();
        services.AddFeeds();
        services.AddPrivateFeeds();
        services.AddLive();
        services.AddApi();
        services.AddWheel();
    }

    internal static void AddSystemClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // the composition root is where the clock comes from
        services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
    }
}
