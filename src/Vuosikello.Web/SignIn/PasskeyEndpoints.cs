using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Vuosikello.Accounts.Audit;
using Vuosikello.Accounts.Limits;
using Vuosikello.Accounts.Persons;
using Vuosikello.Accounts.Sessions;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn.SecondSteps;

namespace Vuosikello.Web.SignIn;

/// <summary>Passkeys as a second way in: registered in one's own account, used on the page of signing in.</summary>
internal static class PasskeyEndpoints
{
    private const int LongestCredential = 20_000;

    public static void AddPasskeys(this IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<Passkeys>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
            if (!Uri.TryCreate(settings["PublicAddress"], UriKind.Absolute, out var known)) return;
            // A proxy may change host and scheme on the way; the browser names the ones that people see.
            options.ServerDomain = known.Host;
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == known.GetLeftPart(UriPartial.Authority));
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup(AccountEndpoints.Address + "/passkeys").Shows(View.Account).WithBothStepsOnceThereAreTwo();
        account.MapPost("/options", async (HttpContext http, CurrentMember member, Passkeys passkeys, [FromForm] string? name) =>
            await passkeys.AskToMake(http, member.Id!.Value) is { } options ? TypedResults.Text(options, "application/json") : (IResult)TypedResults.Conflict());
        account.MapPost("", Add);
        account.MapPost("/remove", Remove);
        app.MapPost("/sign-in/passkey/options", async (HttpContext http, Passkeys passkeys, [FromForm(Name = "return")] string? back) =>
            TypedResults.Text(await passkeys.AskToProve(http), "application/json")).RequireRateLimiting(TriesPolicy.Name).Shows(View.SignIn);
        app.MapPost("/sign-in/passkey", SignIn).RequireRateLimiting(TriesPolicy.Name).NotesRefused(Ways.Passkey).Shows(View.SignIn);
    }

    private static async Task<IResult> Add(
        HttpContext http, CurrentMember member, Passkeys passkeys, AccountShown shown, MemberSessions sessions, AccountChanges changes, [FromForm] string? credential, [FromForm] string? name)
    {
        var id = member.Id!.Value;
        string called = PersonName.TryRead(name, out string? typed) ? typed : BrowserName.Of(http.Request.Headers.UserAgent);
        if (credential is not { Length: > 0 and < LongestCredential } made || !await passkeys.Add(http, id, made, called))
            return await shown.Page(http.RequestAborted, passkeyFailed: true);
        await changes.Tell(AuditKind.PasskeyAdded, id);
        // Who has just made it has shown it.
        await sessions.TakeSecondStep(http, id, member.For);
        return SeeOther.To(AccountEndpoints.Address, DoneCodes.Added);
    }

    private static async Task<IResult> Remove(CurrentMember member, Passkeys passkeys, AccountChanges changes, [FromForm] string? passkey)
    {
        if (passkey is null || !Base64Url.IsValid(passkey)) return TypedResults.BadRequest();
        await passkeys.Remove(member.Id!.Value, Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(passkey)));
        await changes.Tell(AuditKind.PasskeyRemoved, member.Id!.Value);
        return SeeOther.To(AccountEndpoints.Address, DoneCodes.Removed);
    }

    private static async Task<IResult> SignIn(
        HttpContext http, Passkeys passkeys, MemberSessions sessions, SignInShown shown, Counts counts, [FromForm] string? credential, [FromForm(Name = "return")] string? back)
    {
        if (!await counts.Try(Limit.TriesFromNetwork, NetworkOf.Asker(http), http.RequestAborted)) return LinkEndpoints.Busy();
        return credential is { Length: > 0 and < LongestCredential } proof && await passkeys.Prove(http, proof) is { } member
            ? SeeOther.To(await sessions.Begin(http, member, Ways.Passkey, back))
            : shown.Page(back, passkeyFailed: true);
    }
}
