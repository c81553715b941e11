using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Activities;
using Vuosikello.Web.ActivityFiles;
using Vuosikello.Web.Administration;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Board;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Changes;
using Vuosikello.Web.Compare;
using Vuosikello.Web.Erasure;
using Vuosikello.Web.History;
using Vuosikello.Web.Home;
using Vuosikello.Web.LostWaysIn;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.OwnData;
using Vuosikello.Web.Partners;
using Vuosikello.Web.Partnerships;
using Vuosikello.Web.Past;
using Vuosikello.Web.PremisesRegisters;
using Vuosikello.Web.Proof;
using Vuosikello.Web.Resources;
using Vuosikello.Web.Reviews;
using Vuosikello.Web.Rounds;
using Vuosikello.Web.Rules;
using Vuosikello.Web.SignIn;
using Vuosikello.Web.Subscribe;
using Vuosikello.Web.Tokens;
using Vuosikello.Web.Years;

namespace Vuosikello.Web;

/// <summary>The pages that people look at. See docs/adr/0010-pages.md.</summary>
public static class PagesRegistration
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<Texts>();
        services.AddScoped<MemberRights>();
        services.TryAddSingleton<OwnWrites>();
        services.AddScoped<CommandSender>();
        services.AddBoard();
        services.AddActivities();
        services.AddActivityFiles();
        services.AddRules();
        services.AddProof();
        services.AddHistory();
        services.AddChangesSince();
        services.AddHome();
        services.AddPast();
        services.AddComparisons();
        services.AddAgreementPages();
        services.AddReviews();
        services.AddRounds();
        services.AddCalendarLinks();
        services.AddMemberships();
        services.AddPartners();
        services.AddPremises();
        services.AddAccountPages();
        services.AddApiTokens();
        services.AddAudit();
        services.AddErasure();
        services.AddOwnData();
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapSignIn();
        app.MapAccount();
        app.MapTokens();
        app.MapDevelopmentMail();
        app.MapHome();
        app.MapBoard();
        app.MapActivities();
        app.MapActivityFiles();
        app.MapYears();
        app.MapAgreementPages();
        app.MapSettings();
        app.MapPartners();
        app.MapPremises();
        app.MapRules();
        app.MapSubscribe();
        app.MapCalendarLinks();
        app.MapMembers();
        app.MapAdministration();
        app.MapAudit();
        app.MapErasure();
        app.MapLostWaysIn();
        app.MapOwnData();
        app.MapReviews();
        app.MapComparisons();
        app.MapProof();
        app.MapHistory();
        app.MapChangesSince();
        app.MapRounds();
    }
}
