using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Logins;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.SignIn.Providers;

/// <summary>Signing in by a provider, and linking one to one's own account.</summary>
internal static class ProviderEndpoints
{
    public const string Folder = "/sign-in/with";

    public static void AddProviders(this IServiceCollection services, IConfiguration settings, bool isDevelopment)
    {
        services.AddSingleton(SignInProviders.From(settings, isDevelopment));
        services.AddHttpClient(ProviderDocuments.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 1024 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<ProviderDocuments>();
        services.AddSingleton<ProviderTokens>();
        services.AddSingleton<IdTokens>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<ProviderSignIn>();
        services.AddScoped<ProviderPersons>();
        services.AddScoped<ProvidedRoles>();
    }

    public static void MapProviders(this IEndpointRouteBuilder app)
    {
        app.MapGet(Folder + "/{provider}", Begin).RequireRateLimiting(TriesPolicy.Name).Shows(View.SignIn);
        app.MapGet(Folder + "/{provider}/answer", Answer).RequireRateLimiting(TriesPolicy.Name).NotesRefused(Ways.Provider).Shows(View.SignIn);
        var account = app.MapGroup(AccountEndpoints.Address + "/providers").Shows(View.Account).WithBothStepsOnceThereAreTwo();
        account.MapPost("/link", Link);
        account.MapPost("/unlink", Unlink);
    }

    private static async Task<IResult> Begin(
        HttpContext http, string provider, SignInProviders providers, ProviderSignIn signIn, SignInShown shown, ILogger<ProviderSignIn> log, [FromQuery(Name = "return")] string? back)
    {
        if (providers.Find(provider) is not { } found) return TypedResults.NotFound();
        try
        {
            return TypedResults.Redirect(await signIn.Begin(http, found, back));
        }
        catch (ProviderFailureException e)
        {
            return Failed(e, found, back, shown, log);
        }
    }

    private static async Task<IResult> Answer(
        HttpContext http, string provider, SignInProviders providers, ProviderSignIn signIn, ProviderPersons persons, ProvidedRoles roles, MemberSessions sessions,
        CurrentMember member, SignInShown shown, Counts counts, ILogger<ProviderSignIn> log)
    {
        if (providers.Find(provider) is not { } found) return TypedResults.NotFound();
        if (!await counts.Try(Limit.TriesFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return LinkEndpoints.Busy();
        http.Response.Headers.CacheControl = "no-store";
        var asked = signIn.Asked(http);
        try
        {
            var identity = await signIn.Answer(http, found, asked);
            var person = await persons.Find(http, found, identity, member.Id);
            await roles.Apply(found, person, identity.Claims, http.RequestAborted);
            return identity.Attempt.LinkTo is null
                ? SeeOther.To(await sessions.Begin(http, person, Ways.Provider, identity.Attempt.Return))
                : SeeOther.To(AccountEndpoints.Address, DoneCodes.Added);
        }
        catch (ProviderFailureException e)
        {
            return Failed(e, found, asked?.Return, shown, log);
        }
    }

    // By a form, and over a page in between: another site could otherwise have whoever it likes linked, and forms of ours lead to no other site.
    private static async Task<IResult> Link(HttpContext http, SignInProviders providers, ProviderSignIn signIn, CurrentMember member, SignInShown shown, ILogger<ProviderSignIn> log, [FromForm] string? provider)
    {
        if (providers.Find(provider ?? "") is not { } found) return TypedResults.NotFound();
        try
        {
            string address = await signIn.Begin(http, found, AccountEndpoints.Address, member.Id);
            return new RazorComponentResult<LinkProviderPage>(new { Provider = found, Address = address });
        }
        catch (ProviderFailureException e)
        {
            return Failed(e, found, AccountEndpoints.Address, shown, log);
        }
    }

    private static async Task<IResult> Unlink(
        HttpContext http, ExternalLogins logins, ProvidedRoles roles, CurrentMember member, AccountChanges changes, [FromForm] string? issuer, [FromForm] string? key)
    {
        var id = member.Id!.Value;
        // What was begun is done to the end: roles that the provider gave would stay for good.
        if (!await logins.Unlink(id, issuer ?? "", key ?? "", CancellationToken.None)) return SeeOther.To(AccountEndpoints.Address, DoneCodes.Removed);
        await changes.Tell(AuditKind.ProviderUnlinked, id);
        if ((await logins.Of(id, CancellationToken.None)).All(login => login.Issuer != issuer)) await roles.EndAll(issuer!, id, CancellationToken.None);
        return SeeOther.To(AccountEndpoints.Address, DoneCodes.Removed);
    }

    private static RazorComponentResult Failed(ProviderFailureException e, SignInProvider provider, string? back, SignInShown shown, ILogger log)
    {
        log.LogWarning("Signing in by the provider {Provider} failed: {Reason} ({Cause}).", provider.Name, e.Message, e.InnerException?.GetType().Name ?? e.Problem.ToString());
        return shown.Page(back, failed: new(e.Problem, provider.Label));
    }
}

/// <summary>A provider that signed nobody in.</summary>
public sealed record FailedProvider(ProviderProblem Problem, string Label);
