using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vuosikello.Events.Json;
using Vuosikello.Web.Access;
using Vuosikello.Web.ActivityFiles;
using Vuosikello.Web.Audit;
using Vuosikello.Web.CalendarLinks;
using Vuosikello.Web.Changes;
using Vuosikello.Web.Compare;
using Vuosikello.Web.Guests;
using Vuosikello.Web.History;
using Vuosikello.Web.Memberships;
using Vuosikello.Web.OwnData;
using Vuosikello.Web.Partners;
using Vuosikello.Web.PremisesRegisters;
using Vuosikello.Web.Proof;
using Vuosikello.Web.Rules;
using Vuosikello.Web.Subscribe;

namespace Vuosikello.Web.Api;

/// <summary>The JSON API: the same commands and views that the pages use.</summary>
public static class ApiRegistration
{
    public static void AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => DomainJson.Configure(options.SerializerOptions));
        services.AddAccess();
        services.AddScoped<ApiProblems>();
        services.AddScoped<RequestReader>();
        services.TryAddSingleton<OwnWrites>();
        services.TryAddScoped<CommandSender>();
        services.AddScoped<CommandAnswers>();
        services.AddSingleton<ResourceMaker>();
        services.AddSingleton<AgreementResourceMaker>();
        services.AddScoped<AskedPast>();
        services.AddScoped<RulesThen>();
        services.AddScoped<HistoryResourceMaker>();
        services.TryAddSingleton(RulesTemplate.Load());
        services.AddComparisons();
        services.AddChangesSince();
        services.AddProof();
        services.AddHistory();
        services.AddActivityFiles();
        services.AddCalendarLinks();
        services.AddMemberships();
        services.AddPartners();
        services.AddPremises();
        services.AddGuests();
        services.AddAudit();
        services.AddOwnData();
        services.AddOpenApi(ApiDocument.Configure);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter(RequestProblem.Catch).AddEndpointFilter(PastEndpoints.CatchBusy);
        api.MapViews();
        api.MapActivityCommands();
        api.MapCycleCommands();
        api.MapPartnershipCommands();
        api.MapReviewApi();
        api.MapCalendarLinkApi();
        api.MapAccountApi();
        api.MapMembershipApi();
        api.MapPartnerApi();
        api.MapPremisesApi();
        api.MapAdministrationApi();
        api.MapAuditApi();
        api.MapOwnDataApi();
        api.MapRoundCommands();
        api.MapRoundViews();
        api.MapGuestLinkApi();
        api.MapAgreementViews();
        api.MapAgreementCommands();
        api.MapRulesCommands();
        api.MapRulesViews();
        api.MapProofApi();
        api.MapHistoryApi();
        api.MapComparisonsApi();
        api.MapChangesApi();
        api.MapSubscribeApi();
        api.MapActivityFilesApi();
        app.MapOpenApi("/openapi/{documentName}.json").Shows(View.ApiDocument);
    }
}
