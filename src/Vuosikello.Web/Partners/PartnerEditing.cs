using Microsoft.AspNetCore.Http.HttpResults;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Partnerships;
using Vuosikello.Web.Access;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;
using Vuosikello.Web.Layout;
using Vuosikello.Web.SignIn;

namespace Vuosikello.Web.Partners;

/// <summary>The forms of a card: for the coordinator, and for those who edit or sign for the very organisation.</summary>
internal static class PartnerEditing
{
    public static void MapPartnerEditing(this IEndpointRouteBuilder app, string all, string one)
    {
        app.MapGet(all + "/new", ShowNew).Shows(View.NewPartner);
        app.MapPost(all + "/new", Admit).Shows(View.NewPartner).Sends(typeof(AdmitPartner));
        app.MapGet(one + "/edit", ShowEdit).Shows(View.PartnerCardForm);
        app.MapPost(one + "/edit", Change).Shows(View.PartnerCardForm).Sends(typeof(ChangePartnerCard), typeof(ConfirmPartnerCard));
    }

    private static IResult ShowNew(string partnership, IPartnershipViews partnerships, PartnerForms forms) =>
        partnerships.Find(new(partnership)) is not { } found ? TypedResults.NotFound()
        : Page(new(found, null, true), forms.Empty(), []);

    private static async Task<IResult> Admit(
        string partnership, IFormCollection form, IPartnershipViews partnerships, ContactPersons persons, CommandSender commands, INewIds ids, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found) return TypedResults.NotFound();
        var reader = new FormReader(FormValues.Of(form));
        var shown = new CardForm(found, null, true);
        if (PartnerAddresses.Free(reader.Text("name"), found.State.Partners.ContainsKey) is not { } id)
        {
            if (reader.Text("name").IsEmpty) reader.Refuse(ProblemCodes.TextMissing, "name");
            else reader.Refuse(FormProblems.NoShortName, "name", reader.Text("name").In("fi"));
            id = default;
        }
        var written = PartnerForms.Read(reader, id, null);
        if (reader.Problems.Count > 0) return Page(shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var outcome = await commands.Send(new AdmitPartner(found.Id, written.Card), FormIds.Read(reader.Values, "command", ids), ct);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, status) => Page(shown, reader.Values, problems, status));
        await persons.Replace(found.Id, id, written.Persons, ct);
        return SeeOther.To(PartnerAddresses.Of(found.Id, id), DoneCodes.PartnerAdded);
    }

    private static async Task<IResult> ShowEdit(
        string partnership, string partner, IPartnershipViews partnerships, MemberRights rights, PartnerForms forms, ContactPersons persons, CancellationToken ct)
    {
        if (await Find(partnership, partner, partnerships, rights, ct) is not { Card: { } card } shown) return TypedResults.NotFound();
        if (!shown.MayWrite) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return Page(shown, forms.Of(card, await persons.Of(shown.Partnership.Id, card.Id, ct)), []);
    }

    private static async Task<IResult> Change(
        string partnership, string partner, IFormCollection form, IPartnershipViews partnerships, MemberRights rights, ContactPersons persons, CommandSender commands, INewIds ids,
        CancellationToken ct)
    {
        if (await Find(partnership, partner, partnerships, rights, ct) is not { Card: { } now } shown) return TypedResults.NotFound();
        if (!shown.MayWrite) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var reader = new FormReader(FormValues.Of(form));
        var basis = CardMerge.Read(reader.Values["basis"]);
        var written = PartnerForms.Read(reader, now.Id, basis ?? now);
        if (reader.Problems.Count > 0) return Page(shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var (card, clashes) = CardMerge.Merge(basis, written.Card, now);
        // Shown again, the form is based on the card as it stands: sending it once more is to choose one's own.
        if (clashes.Count > 0) return Page(shown, reader.Values.With("basis", CardMerge.Basis(now)), clashes, StatusCodes.Status409Conflict);

        var command = FormIds.Read(reader.Values, "command", ids);
        var outcome = await commands.Send(new ChangePartnerCard(shown.Partnership.Id, card), command, ct);
        if (outcome is not Outcome.Done) return outcome.Answer((problems, status) => Page(shown, reader.Values, problems, status));
        await persons.Replace(shown.Partnership.Id, card.Id, await PersonsOn(card, written, shown, persons, ct), ct);
        if (!reader.Values.Has("confirm", "1")) return SeeOther.To(PartnerAddresses.Of(shown.Partnership.Id, card.Id), DoneCodes.Saved);
        outcome = await commands.Send(new ConfirmPartnerCard(shown.Partnership.Id, card.Id), DeterministicGuid.Create(command, "confirm"), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(PartnerAddresses.Of(shown.Partnership.Id, card.Id), DoneCodes.CardConfirmed)
            : outcome.Answer((problems, status) => Page(shown, reader.Values, problems, status));
    }

    /// <summary>Who the form names, and for contacts that others added meanwhile whoever they named.</summary>
    private static async Task<IReadOnlyDictionary<ContactId, ContactDetails>> PersonsOn(
        Partner card, WrittenCard written, CardForm shown, ContactPersons persons, CancellationToken ct)
    {
        var stand = await persons.Of(shown.Partnership.Id, card.Id, ct);
        var inForm = written.Card.Contacts.Select(contact => contact.Id).ToHashSet();
        return card.Contacts.Select(contact => contact.Id)
            .Select(id => (Id: id, Person: inForm.Contains(id) ? written.Persons.GetValueOrDefault(id) : stand.GetValueOrDefault(id)))
            .Where(pair => pair.Person is not null).ToDictionary(pair => pair.Id, pair => pair.Person!);
    }

    private static async Task<CardForm?> Find(string partnership, string partner, IPartnershipViews partnerships, MemberRights rights, CancellationToken ct)
    {
        if (partnerships.Find(new(partnership)) is not { } found || !found.State.Partners.TryGetValue(partner, out var card)) return null;
        var standing = await rights.Standing(found.Id, ct);
        return new(found, card, await rights.May<AdmitPartner>(found.Id, ct)) { MayWrite = standing is { } known && Rights.Check(typeof(ChangePartnerCard), known, card.Id) is null };
    }

    private static RazorComponentResult<PartnerFormPage> Page(CardForm form, FormValues values, IReadOnlyList<Problem> problems, int status = StatusCodes.Status200OK) =>
        new(new { Form = form, Values = values, Problems = problems }) { StatusCode = status };
}

/// <summary>Whose card a form is about.</summary>
/// <param name="Card">Null for a new one.</param>
/// <param name="MayChooseKind">The coordinator says what kind of organisation it is.</param>
public sealed record CardForm(PartnershipView Partnership, Partner? Card, bool MayChooseKind)
{
    public bool MayWrite { get; init; }
}
