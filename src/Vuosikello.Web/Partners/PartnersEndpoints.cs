using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Live;
using Vuosikello.Web.PartnerFiles;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Partners;

/// <summary>The register of partners and the cards in it, for anybody; contact persons for whom each is meant.</summary>
public static class PartnersEndpoints
{
    private const string All = "/{partnership}/partners";
    private const string One = All + "/{partner}";

    public static void AddPartners(this IServiceCollection services)
    {
        services.TryAddScoped<PartnerCards>();
        services.TryAddScoped<PartnerForms>();
        services.TryAddScoped<CardWords>();
        services.TryAddScoped<NamedContacts>();
        services.TryAddScoped<PartnerFilePreviews>();
        services.TryAddScoped<PartnerFileTaking>();
    }

    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        app.MapGet(All, ShowAll).Shows(View.Partners);
        app.MapGet(One, Show).Shows(View.Partners);
        app.MapPost(One + "/confirm", Confirm).Shows(View.Partners).Sends(typeof(ConfirmPartnerCard));
        app.MapPost(One + "/dismiss", Dismiss).Shows(View.Partners).Sends(typeof(DismissPartner));
        app.MapPartnerEditing(All, One);
        app.MapPartnerFiles(All);
    }

    private static async Task<IResult> ShowAll(
        string partnership, HttpContext http, IPartnershipViews partnerships, MemberRights rights, Circle circle, CurrentMember member, IClock clock, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var query = PartnerRegisterQuery.Parse(http.Request.Query);
        var today = CardDates.DayOf(clock.GetCurrentInstant());
        return new RazorComponentResult<PartnersPage>(new
        {
            Partnership = found,
            Query = query,
            Found = query.Search.In(found.State, today, Languages.LanguageSetup.Current),
            Today = today,
            IsMember = await circle.IsMember(member.Id, found.Id, ct),
            MayAdmit = await rights.May<AdmitPartner>(found.Id, ct),
        });
    }

    private static async Task<IResult> Show(string partnership, string partner, PartnerCards cards, CancellationToken ct) =>
        await cards.Find(partnership, partner, ct) is { } card ? Page(card, [], StatusCodes.Status200OK) : TypedResults.NotFound();

    private static async Task<IResult> Confirm(
        string partnership, string partner, IFormCollection form, PartnerCards cards, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await cards.Find(partnership, partner, ct) is not { } card) return TypedResults.NotFound();
        var outcome = await commands.Send(new ConfirmPartnerCard(card.Partnership.Id, card.Card.Id), FormIds.Read(FormValues.Of(form), "command", ids), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(PartnerAddresses.Of(card.Partnership.Id, card.Card.Id), DoneCodes.CardConfirmed)
            : outcome.Answer((problems, status) => Page(card, problems, status));
    }

    private static async Task<IResult> Dismiss(
        string partnership, string partner, IFormCollection form, PartnerCards cards, ContactPersons persons, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (await cards.Find(partnership, partner, ct) is not { } card) return TypedResults.NotFound();
        var outcome = await commands.Send(new DismissPartner(card.Partnership.Id, card.Card.Id), FormIds.Read(FormValues.Of(form), "command", ids), ct);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, status) => Page(card, problems, status));
        await persons.Replace(card.Partnership.Id, card.Card.Id, new Dictionary<ContactId, ContactDetails>(), ct);
        return SeeOther.To(PartnerAddresses.All(card.Partnership.Id), DoneCodes.PartnerRemoved);
    }

    private static RazorComponentResult<PartnerPage> Page(PartnerCardShown card, IReadOnlyList<Problem> problems, int status) =>
        new(new { Shown = card, Problems = problems }) { StatusCode = status };
}
