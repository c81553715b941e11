using Vuosikello.Domain;
using Vuosikello.Domain.PremisesRegisters;
using Vuosikello.Web.Access;
using Vuosikello.Web.PremisesRegisters;

namespace Vuosikello.Web.Api;

/// <summary>The register of premises that partners lend.</summary>
public static class PremisesApi
{
    private const string All = "/partnerships/{partnership}/premises";
    private const string One = All + "/{premises}";

    public static void MapPremisesApi(this IEndpointRouteBuilder api)
    {
        var premises = api.MapGroup("").WithTags("Premises").Shows(View.Premises);
        premises.MapGet(All, async (string partnership, string? q, string? access, PremisesPages pages, ApiProblems problems, CancellationToken ct) =>
                await pages.Find(partnership, ct) is { } shown ? TypedResults.Ok(shown.Search(q ?? "", PremisesForm.Feature(access))) : problems.NotFound())
            .Produces<Premises[]>().ProducesProblem(404)
            .WithName("ListPremises").WithSummary("What the partners lend: q searches name, address and owner as one types; access asks for a feature, such as StepFree.");
        premises.MapGet(One, Card)
            .Produces<Premises>().ProducesProblem(404)
            .WithName("GetPremises").WithSummary("A place that a partner lends; its ETag is the version that edits are based on.");
        premises.Command<Premises, RegisterPremises>("POST", All, "Registers premises that a partner lends.", (r, body) => new(r.Partnership, body));
        premises.Command<PremisesBody, ChangePremises>("PUT", One, "Says something else of premises. What others changed since the version of If-Match clashes (409).", (r, body) => new(r.Partnership, new(
            new(r.Slug("premises")), body.Owner, body.Name, body.Address, body.Capacity, body.Access, body.AccessText, body.Terms, body.Price, body.Link), new(r.Reader.Version(r.Http)))).NeedsVersion();
        premises.Command("DELETE", One, "Lends premises no longer; activities that name them keep them.", r => new WithdrawPremises(r.Partnership, new(r.Slug("premises"))));
    }

    private static async Task<IResult> Card(string partnership, string premises, HttpContext http, PremisesPages pages, ApiProblems problems, CancellationToken ct)
    {
        if (await pages.Find(partnership, ct) is not { } shown || shown.Register.Find(new(premises)) is not { } found) return problems.NotFound();
        http.Response.Headers.ETag = ETags.Of(shown.Register.Version);
        return TypedResults.Ok(found);
    }
}

/// <inheritdoc cref="Premises" />
public sealed record PremisesBody(
    PartnerId Owner, LocalText Name, string? Address, int? Capacity, ValueList<AccessFeature> Access, LocalText AccessText, LocalText Terms, LocalText Price, string? Link = null);
