using System.Text;
using Microsoft.Net.Http.Headers;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Events;
using Vuosikello.Projections.Aggregates;
using Vuosikello.Projections.Agreements;
using Vuosikello.Projections.AsOf;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Agreements;
using Vuosikello.Web.Live;

namespace Vuosikello.Web.Api;

/// <summary>What can be read of agreements: everybody reads what is or was in force, drafts those whose they are.</summary>
public static class AgreementViewEndpoints
{
    private const string All = "/partnerships/{partnership}/agreements";
    private const string One = $"{All}/{{agreement}}";

    public static void MapAgreementViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("").WithTags("Agreements").Shows(View.Agreements);
        views.MapGet(All, List).Produces<AgreementItem[]>().ProducesProblem(404).ShowsPast()
            .WithName("ListAgreements").WithSummary("A partnership's agreements: those that are or were in force, and those of which you see the draft.");
        views.MapGet(One, Whole).Produces<AgreementResource>().ProducesProblem(404).ShowsPast()
            .WithName("GetAgreement").WithSummary("An agreement with its versions, approvals and signatures; its ETag is the version that edits are based on.");
        views.MapGet($"{One}/versions/{{number:int}}", Version).Produces<AgreementVersionResource>().ProducesProblem(404)
            .WithName("GetAgreementVersion").WithSummary("One frozen version.");
        views.MapGet($"{One}/versions/{{number:int}}/text", Text).Produces(200, contentType: "text/plain").ProducesProblem(404)
            .WithName("GetAgreementText").WithSummary("The canonical text of a version: the bytes whose SHA-256 is approved and signed, which is the ETag. The same in every language.");
        views.MapGet("/partnerships/{partnership}/years/{year:int}/commitments", Commitments).Shows(View.Commitments).Produces<DueCommitment[]>().ProducesProblem(404).ShowsPast()
            .WithName("ListCommitments").WithSummary("What the parties of agreements committed themselves to, due in a year, by day; of one activity when activity is given.");
    }

    private static async Task<IResult> List(
        string partnership, HttpContext http, SeenAgreements agreements, IAsItWas past, AskedPast asked, IPartnershipViews partnerships, Circle circle, ApiProblems problems)
    {
        var id = new PartnershipId(partnership);
        if (partnerships.Find(id) is null) return problems.NotFound();
        var reader = circle.Find(http.User, id);
        var all = asked.Moment(http) is { } at
            ? (await past.Agreements(id, at, forPublic: !reader.IsMember, http.RequestAborted)).Select(then => agreements.Then(then, reader.Sight)).OfType<AggregateView<Agreement>>()
            : agreements.Of(id, reader.Sight);
        return TypedResults.Ok(all.Select(view => AgreementResourceMaker.Item(view.State, reader.Sight.Sees(view.State))));
    }

    private static async Task<IResult> Whole(
        string partnership, string agreement, HttpContext http, SeenAgreements agreements, IAsItWas past, AskedPast asked, AgreementResourceMaker maker, Circle circle,
        ApiProblems problems)
    {
        var (view, reader) = Find(partnership, agreement, http, agreements, circle);
        if (view is not null && asked.Moment(http) is { } at) view = agreements.Then(await past.Of<Agreement>(Streams.Of(view.State.Id), at, http.RequestAborted), reader.Sight);
        if (view is null) return problems.NotFound();
        // The number of changes would tell who does not see the draft that it is being written.
        if (reader.Sight.Sees(view.State)) http.Response.Headers[HeaderNames.ETag] = ETags.Of(view.State.Version);
        return TypedResults.Ok(maker.Of(view, reader));
    }

    private static IResult Version(
        string partnership, string agreement, int number, HttpContext http, SeenAgreements agreements, AgreementResourceMaker maker, Circle circle, ApiProblems problems)
    {
        var (view, reader) = Find(partnership, agreement, http, agreements, circle);
        return Find(view?.State, number, reader) is { } version ? TypedResults.Ok(maker.Of(view!.State, version, reader.IsMember)) : problems.NotFound();
    }

    private static IResult Text(
        string partnership, string agreement, int number, HttpContext http, SeenAgreements agreements, Circle circle, ApiProblems problems)
    {
        var (view, reader) = Find(partnership, agreement, http, agreements, circle);
        if (Find(view?.State, number, reader) is not { } version) return problems.NotFound();
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(version.Text), "text/plain; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{version.Hash}\""));
    }

    private static async Task<IResult> Commitments(
        string partnership, int year, Guid? activity, HttpContext http, IAgreementViews agreements, IAsItWas past, AskedPast asked, IPartnershipViews partnerships, Circle circle,
        ApiProblems problems)
    {
        var cycle = new CycleId(new(partnership), year);
        if (partnerships.Find(cycle.Partnership) is null) return problems.NotFound();
        bool member = await circle.IsMember(http.User, cycle.Partnership, http.RequestAborted);
        var due = asked.Moment(http) is { } at
            ? (await past.Agreements(cycle.Partnership, at, forPublic: !member, http.RequestAborted)).CommitmentsIn(year)
            : agreements.CommitmentsIn(cycle);
        return TypedResults.Ok(activity is { } id ? due.Of(new ActivityId(id)) : due);
    }

    private static (AggregateView<Agreement>? View, ReaderCircle Reader) Find(string partnership, string agreement, HttpContext http, SeenAgreements agreements, Circle circle)
    {
        var id = new AgreementId(new(partnership), agreement);
        var reader = circle.Find(http.User, id.Partnership);
        return (agreements.Find(id, reader.Sight), reader);
    }

    private static AgreementVersion? Find(Agreement? agreement, int number, ReaderCircle reader) =>
        agreement?.Versions.FirstOrDefault(version => version.Number == number && AgreementResourceMaker.IsShown(version, reader.Sight.Sees(agreement)));
}
