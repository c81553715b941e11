using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using Vuosikello.Domain;
using Vuosikello.Domain.Agreements;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Audit;
using Vuosikello.Web.Live;
using Vuosikello.Web.Past;
using Vuosikello.Web.Printing;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Agreements;

/// <summary>The pages of agreements. Everybody sees what is or was in force, members also who signed; drafts are their parties'.</summary>
public static class AgreementEndpoints
{
    public static void AddAgreementPages(this IServiceCollection services)
    {
        services.AddScoped<AgreementContexts>();
        services.AddScoped<AgreementWords>();
        services.AddScoped<AgreementNext>();
        services.AddScoped<AgreementPrint>();
        services.AddLivePages<LiveAgreements>();
    }

    public static void MapAgreementPages(this IEndpointRouteBuilder app)
    {
        var agreements = app.MapGroup("/{partnership}/agreements").Shows(View.Agreements);
        agreements.MapGet("", ShowAll);
        agreements.MapNewAgreement();
        agreements.MapGet("/{agreement}", Show);
        agreements.MapGet("/{agreement}/text", Text);
        agreements.MapGet("/{agreement}/agreement.pdf", Pdf).NotedAs("agreement-pdf");
        agreements.MapAgreementEditing();
        agreements.MapSigning();
        agreements.MapAgreementActions();
    }

    private static async Task<IResult> ShowAll(
        string partnership, IPartnershipViews partnerships, SeenAgreements agreements, MemberRights rights, Circle circle, CurrentMember member, CancellationToken ct)
    {
        if (partnerships.Find(new PartnershipId(partnership)) is not { } found) return TypedResults.NotFound();
        var reader = circle.Find(member.Id, member.For, found.Id);
        return new RazorComponentResult<AgreementsPage>(new
        {
            Partnership = found,
            Agreements = agreements.Of(found.Id, reader.Sight).Select(v => v.State).ToArray(),
            reader.IsMember,
            MayDraft = await rights.May<DraftAgreement>(found.Id, ct),
        });
    }

    private static async Task<IResult> Show(
        string partnership, string agreement, int? version, AgreementContexts contexts, PastAgreements past, HttpRequest request, IClock clock, CancellationToken ct)
    {
        var asked = AskedMoment.Of(request, clock);
        if (asked.Past is not null) return await past.Show(new(new(partnership), agreement), asked, ct);
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        if (version is { } number && context.Version(number) is null) return TypedResults.NotFound();
        return Page(context, version, AgreementAttempt.None, asked.Status, asked);
    }

    /// <summary>The agreement's page, also after one of its buttons was refused.</summary>
    public static IResult Page(AgreementContext context, int? version, AgreementAttempt attempt, int status, AskedMoment? asked = null) =>
        new RazorComponentResult<AgreementPage>(new
        {
            Context = context,
            Shown = version is { } number ? context.Version(number) : null,
            Attempt = attempt,
            Asked = asked ?? AskedMoment.Now,
        })
        { StatusCode = status };

    private static async Task<IResult> Text(string partnership, string agreement, int version, AgreementContexts contexts, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context || context.Version(version) is not { } found) return TypedResults.NotFound();
        // Bytes, so that nothing on the way adds a mark or changes a line end: their SHA-256 is what was signed.
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(found.Text), $"{MediaTypeNames.Text.Plain}; charset=utf-8");
    }

    private static async Task<IResult> Pdf(
        string partnership, string agreement, int? version, AgreementContexts contexts, AgreementPrint print, IClock clock, CancellationToken ct)
    {
        if (await contexts.Find(partnership, agreement, ct) is not { } context) return TypedResults.NotFound();
        if (version is { } number)
            return context.Version(number) is { } found ? print.Of(context, found.Content, found, clock.GetCurrentInstant()).AsPdf($"{context.Id.Slug}-{number}") : TypedResults.NotFound();
        return context.SeesDraft ? print.Of(context, context.Agreement.Draft, null, clock.GetCurrentInstant()).AsPdf(context.Id.Slug) : TypedResults.NotFound();
    }
}
