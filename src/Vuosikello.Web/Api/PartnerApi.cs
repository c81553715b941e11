using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Partners;

namespace Vuosikello.Web.Api;

/// <summary>The register of partners: searched, card by card, and who holds the roles in which an organisation is reached.</summary>
public static class PartnerApi
{
    private const string All = "/partnerships/{partnership}/partners";
    private const string One = All + "/{partner}";

    public static void MapPartnerApi(this IEndpointRouteBuilder api)
    {
        var partners = api.MapGroup("").WithTags("Partners").Shows(View.Partners);
        partners.MapGet(All, Search).Produces<PartnerPageResource>().ProducesProblem(404)
            .WithMetadata(new PartnerSearchParameters())
            .WithName("SearchPartners").WithSummary("The register of partners, fifty to a page: q searches as one types; area, theme and kind (each any number of times) and stale=1 narrow it down; page from 1. Its ETag is the version that edits are based on.");
        partners.MapGet(One, Card).Produces<PartnerResource>().ProducesProblem(404)
            .WithName("GetPartner").WithSummary("A partner's card, with the contacts that the reader may see; its ETag is the version that edits are based on.");
        partners.MapPut(One + "/contacts/{contact:guid}/person", PutPerson).Shows(View.PartnerCardForm).Accepts<PersonBody>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422)
            .WithName("NameContactPerson").WithSummary("Says who holds a role on a partner's card. It is kept beside the log, and can be erased.");
        partners.MapDelete(One + "/contacts/{contact:guid}/person", DeletePerson).Shows(View.PartnerCardForm).Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
            .WithName("EraseContactPerson").WithSummary("Erases who holds a role on a partner's card; the role stays.");
    }

    private static IResult Search(string partnership, HttpContext http, IPartnershipViews partnerships, IClock clock, ApiProblems problems)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return problems.NotFound();
        var query = PartnerRegisterQuery.Parse(http.Request.Query);
        var all = query.Search.In(found.State, CardDates.DayOf(clock.GetCurrentInstant()), Languages.LanguageSetup.Current);
        http.Response.Headers.ETag = ETags.Of(found.State.Version);
        return TypedResults.Ok(new PartnerPageResource(
            all.Count, query.Page, all.Skip((query.Page - 1) * PartnerRegisterQuery.PerPage).Take(PartnerRegisterQuery.PerPage).Select(card => PartnerResource.Of(card, found.State))));
    }

    private static async Task<IResult> Card(string partnership, string partner, PartnerCards cards, HttpContext http, ApiProblems problems, CancellationToken ct)
    {
        if (await cards.Find(partnership, partner, ct) is not { } shown) return problems.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = ETags.Of(shown.Partnership.State.Version);
        return TypedResults.Ok(PartnerResource.Of(shown.Card, shown.Partnership.State) with { Contacts = shown.Contacts.Select(ContactResource.Of) });
    }

    private static Task<IResult> PutPerson(
        string partnership, string partner, Guid contact, HttpContext http, RequestReader reader, PartnerCards cards, [FromServices] NamedContacts contacts, ApiProblems problems, CancellationToken ct) =>
        Change(partnership, partner, contact, cards, contacts, problems, async () =>
        {
            var body = await reader.Body<PersonBody>(http);
            if (body.Email is not null && !EmailAddress.TryRead(body.Email, out _)) throw new RequestProblem(problems.Refused([new Problem(ContactProblems.EmailInvalid, "email", [body.Email])]));
            if (body.Name.Length > ContactDetails.NameLimit || body.Phone?.Length > ContactDetails.PhoneLimit) throw new RequestProblem(problems.Refused([new Problem(ContactProblems.TooLong)]));
            return new ContactDetails(body.Name, EmailAddress.TryRead(body.Email, out var address) ? address.Shown : null, body.Phone);
        }, ct);

    private static Task<IResult> DeletePerson(
        string partnership, string partner, Guid contact, PartnerCards cards, [FromServices] NamedContacts contacts, ApiProblems problems, CancellationToken ct) =>
        Change(partnership, partner, contact, cards, contacts, problems, () => Task.FromResult<ContactDetails?>(null), ct);

    private static async Task<IResult> Change(
        string partnership, string partner, Guid contact, PartnerCards cards, NamedContacts contacts, ApiProblems problems, Func<Task<ContactDetails?>> read, CancellationToken ct)
    {
        if (await cards.Find(partnership, partner, ct) is not { } shown) return problems.NotFound();
        if (!shown.MayWrite) return problems.Forbidden(new Problem(CommandProblems.NotOwnCard));
        if (shown.Card.Contacts.All(c => c.Id.Value != contact)) return problems.NotFound();
        await contacts.Name(shown.Partnership.Id, shown.Card.Id, new(contact), await read(), ct);
        return TypedResults.NoContent();
    }
}

/// <summary>Marks the endpoint that takes the register's search.</summary>
public sealed record PartnerSearchParameters
{
    public static readonly (string Name, string? Example, string Description)[] All =
    [
        ("q", "kyläyhd", "Beginnings of words of names, areas, municipalities, themes or numbers, with or without diacritics."),
        ("area", null, "In this area; any number of times."),
        ("theme", null, "On this theme; any number of times."),
        ("kind", "Association", "Of this kind; any number of times."),
        ("stale", "1", "Only cards that nobody has confirmed for a year."),
        ("page", "1", "From 1."),
    ];
}

/// <param name="Name">Empty for nobody in particular.</param>
public sealed record PersonBody(string Name, string? Email = null, string? Phone = null);

/// <summary>A page of the register.</summary>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">From 1.</param>
public sealed record PartnerPageResource(int Count, int Page, IEnumerable<PartnerResource> Partners);

/// <summary>A partner's card.</summary>
/// <param name="ConfirmedOn">The day on which somebody last said that it is right; absent for never.</param>
/// <param name="Contacts">Only of one card, and only those that the reader may see.</param>
public sealed record PartnerResource(
    PartnerId Id, PartnerKind Kind, LocalText Name, ValueList<AreaId> Areas, ValueList<ThemeId> Themes, BusinessId? BusinessId, RegisterNumber? RegisterNumber, string? WebPage,
    LocalDate? ConfirmedOn, IEnumerable<ContactResource>? Contacts = null)
{
    public static PartnerResource Of(Partner card, Partnership partnership) => new(
        card.Id, card.Kind, card.Name, card.Areas, card.Themes, card.BusinessId, card.RegisterNumber, card.WebPage, partnership.Cards[card.Id.Value].ConfirmedOn);
}

/// <summary>A contact with who it is, as far as the reader may see it.</summary>
public sealed record ContactResource(ContactId Id, LocalText Role, ContactVisibility Visibility, string? Name, string? Email, string? Phone)
{
    public static ContactResource Of(ContactShown shown) => new(shown.Contact.Id, shown.Contact.Role, shown.Contact.Visibility, shown.Name, shown.Email, shown.Phone);
}
