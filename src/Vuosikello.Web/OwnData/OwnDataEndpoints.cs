using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vuosikello.Accounts.Audit;
using Vuosikello.Events;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Api;
using Vuosikello.Web.Audit;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.OwnData;

/// <summary>What is held on whoever asks (GDPR articles 15 and 20): as a page to read, and as JSON to take along.</summary>
public static class OwnDataEndpoints
{
    public const string Address = AccountEndpoints.Address + "/data";

    public static void AddOwnData(this IServiceCollection services)
    {
        services.TryAddScoped<OwnDataPages>();
        services.TryAddScoped<OwnDataWords>();
    }

    public static void MapOwnData(this IEndpointRouteBuilder app)
    {
        app.MapGet(Address, Show).Shows(View.Account);
        app.MapGet(Address + ".json", Download).Shows(View.Account);
    }

    public static void MapOwnDataApi(this IEndpointRouteBuilder api) => api.MapGroup("").WithTags("Account").MapGet("/account/data", Read).Shows(View.Account)
        .Produces<HeldOnPerson>().ProducesProblem(401).ProducesProblem(503).WithName("GetOwnData").WithSummary("Everything that is held on you: the rows of the accounts, your roles, and the events with your id in them.");

    private static async Task<IResult> Show(HttpContext http, CurrentMember member, OwnDataPages pages, AuditNotes audit)
    {
        var held = await Find(http, member, pages, audit, "page");
        return new RazorComponentResult<OwnDataPage>(new { Held = held });
    }

    private static async Task<IResult> Download(HttpContext http, CurrentMember member, OwnDataPages pages, AuditNotes audit, IOptions<JsonOptions> json)
    {
        var held = await Find(http, member, pages, audit, "file");
        var readable = new JsonSerializerOptions(json.Value.SerializerOptions) { WriteIndented = true };
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(held, readable), "application/json; charset=utf-8", "vuosikello-data.json");
    }

    private static async Task<IResult> Read(HttpContext http, CurrentMember member, OwnDataPages pages, AuditNotes audit, ApiProblems problems)
    {
        if (!member.IsSignedIn) return problems.SignInFirst();
        try
        {
            return TypedResults.Ok(await Find(http, member, pages, audit, "api"));
        }
        catch (StoreUnavailableException)
        {
            return problems.LogAway();
        }
    }

    private static async Task<HeldOnPerson> Find(HttpContext http, CurrentMember member, OwnDataPages pages, AuditNotes audit, string how)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var held = await pages.Find(member.Id!.Value, http.RequestAborted);
        await audit.Note(AuditKind.OwnData, how);
        return held;
    }
}
