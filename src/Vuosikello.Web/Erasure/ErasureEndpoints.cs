using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Administration;
using Vuosikello.Web.Access;
using Vuosikello.Web.Accounts;
using Vuosikello.Web.Administration;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;
using AccountsErasure = Vuosikello.Accounts.PersonalData.Erasure;

namespace Vuosikello.Web.Erasure;

/// <summary>
/// Being forgotten: by oneself, on the page of one's account, or by an administrator. The command puts it into the log; what follows from it, the
/// rows and the roles, follows on every server. See docs/adr/0037-what-is-held-on-a-person.md.
/// </summary>
public static class ErasureEndpoints
{
    public const string OfOneself = AccountEndpoints.Address + "/erase";
    public const string OfSomebody = AdministrationEndpoints.Address + "/erase";
    private const string Gone = "/erased";

    public static void AddErasure(this IServiceCollection services)
    {
        services.AddScoped<ErasurePages>();
        services.AddHostedService<ErasedRows>();
    }

    public static void MapErasure(this IEndpointRouteBuilder app)
    {
        app.MapGet(OfOneself, ShowOwn).Shows(View.Account);
        app.MapPost(OfOneself, EraseOwn).Shows(View.Account).Sends(typeof(EraseOneself));
        app.MapGet(Gone, () => new RazorComponentResult<ErasedPage>()).Shows(View.Front);
        app.MapGet(OfSomebody, ShowOther).Shows(View.Administration);
        app.MapPost(OfSomebody, EraseOther).Shows(View.Administration).Sends(typeof(ErasePerson));
    }

    private static async Task<IResult> ShowOwn(HttpContext http, CurrentMember member, ErasurePages pages) =>
        await pages.Find(member.Id!.Value, http.RequestAborted) is { } shown ? Page(http, shown, FormValues.Empty, []) : TypedResults.NotFound();

    private static async Task<IResult> EraseOwn(
        IFormCollection form, HttpContext http, CurrentMember member, ErasurePages pages, CommandSender commands, AccountsErasure erasure, INewIds ids)
    {
        var values = FormValues.Of(form);
        var id = member.Id!.Value;
        if (await pages.Find(id, http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        if (values["sure"].Length == 0) return Page(http, shown, values, [new(FormProblems.NotAChoice, "sure")]);
        var outcome = await commands.Send(new EraseOneself(), FormIds.Read(values, "command", ids), http.RequestAborted);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, _) => Page(http, shown, values, problems));
        // Not to be broken off by whoever asked: what is begun here the log would finish all the same, only later.
        await erasure.Erase([id.Value], CancellationToken.None);
        await MemberSessions.Forget(http);
        return SeeOther.To(Gone);
    }

    private static async Task<IResult> ShowOther(HttpContext http, string? member, string? email, ErasurePages pages, PersonsStore persons)
    {
        var found = await Whom(member, email, persons, http.RequestAborted) is { } id ? await pages.Find(id, http.RequestAborted) : null;
        return found is not null ? Page(http, found, FormValues.Empty, [])
            : new RazorComponentResult<FindToErasePage>(new { Email = email ?? "", NotFound = member is not null || email is { Length: > 0 } });
    }

    private static async Task<MemberId?> Whom(string? member, string? email, PersonsStore persons, CancellationToken ct) =>
        Guid.TryParse(member, out var id) ? new(id)
        : EmailAddress.TryRead(email, out var address) && await persons.Find(address, ct) is { } person ? new MemberId(person.Id)
        : null;

    private static async Task<IResult> EraseOther(IFormCollection form, HttpContext http, ErasurePages pages, CommandSender commands, AccountsErasure erasure, MemberRights rights, INewIds ids)
    {
        var values = FormValues.Of(form);
        if (!Guid.TryParse(values["member"], out var member) || await pages.Find(new(member), http.RequestAborted) is not { } shown) return TypedResults.NotFound();
        if (values["sure"].Length == 0) return Page(http, shown, values, [new(FormProblems.NotAChoice, "sure")]);
        var outcome = await commands.Send(new ErasePerson(new(member)), FormIds.Read(values, "command", ids), http.RequestAborted);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, _) => Page(http, shown, values, problems));
        await erasure.Erase([member], CancellationToken.None);
        return SeeOther.To(rights.IsAdministrator ? AdministrationEndpoints.Address : "/", DoneCodes.PersonErased);
    }

    private static RazorComponentResult<ErasePage> Page(HttpContext http, ErasureShown shown, FormValues values, IReadOnlyList<Problem> problems)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Shown = shown, Values = values, Problems = problems }) { StatusCode = problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
