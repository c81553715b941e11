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
        string partnership, IFormCollection form, IPartnershipViews partnerships, NamedContacts contacts, CommandSender commands, INewIds ids, CancellationToken ct)
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
        foreach (var person in written.Persons) await contacts.Name(found.Id, id, person.Contact, person.Person, ct);
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
        string partnership, string partner, IFormCollection form, IPartnershipViews partnerships, MemberRights rights, ContactPersons persons, NamedContacts contacts, CommandSender commands,
        INewIds ids, CancellationToken ct)
    {
        if (await Find(partnership, partner, partnerships, rights, ct) is not { Card: { } now } shown) return TypedResults.NotFound();
        if (!shown.MayWrite) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var reader = new FormReader(FormValues.Of(form));
        var seen = SeenCard.Read<Partner>(reader.Values["basis"]) ?? now;
        var written = PartnerForms.Read(reader, now.Id, seen);
        if (reader.Problems.Count > 0) return Page(shown, reader.Values, reader.Problems, StatusCodes.Status422UnprocessableEntity);
        var (id, stand) = (shown.Partnership.Id, await persons.Of(shown.Partnership.Id, now.Id, ct));
        if (NamedMeanwhile(written, stand) is { Count: > 0 } others) return Page(shown, Reseen(reader.Values, others, stand), [.. others.Select(one => Meanwhile(one, stand))], StatusCodes.Status409Conflict);

        var command = FormIds.Read(reader.Values, "command", ids);
        var basis = CardForms.Basis(reader.Values, PartnerFields.All, written.Card, shown.Partnership.State.Version);
        var outcome = await commands.Send(new ChangePartnerCard(id, written.Card, basis), command, ct);
        if (outcome is Outcome.Clashed clashed)
            return outcome.Answer((problems, status) => Page(shown with { Clashes = clashed.Clashes }, CardForms.Rebased(reader.Values, clashed.Version), problems, status));
        if (outcome is not Outcome.Done) return outcome.Answer((problems, status) => Page(shown, reader.Values, problems, status));
        foreach (var person in written.Persons.Where(person => person.IsChanged)) await contacts.Name(id, now.Id, person.Contact, person.Person, ct);
        foreach (var gone in seen.Contacts.Select(contact => contact.Id).Except(written.Card.Contacts.Select(contact => contact.Id))) await contacts.Name(id, now.Id, gone, null, ct);
        if (!reader.Values.Has("confirm", "1")) return SeeOther.To(PartnerAddresses.Of(id, now.Id), DoneCodes.Saved);
        outcome = await commands.Send(new ConfirmPartnerCard(id, now.Id), DeterministicGuid.Create(command, "confirm"), ct);
        return outcome is Outcome.Done
            ? SeeOther.To(PartnerAddresses.Of(id, now.Id), DoneCodes.CardConfirmed)
            : outcome.Answer((problems, status) => Page(shown, reader.Values, problems, status));
    }

    /// <summary>Contacts for which somebody else named a person while the form was open, and the form another one.</summary>
    private static List<WrittenPerson> NamedMeanwhile(WrittenCard written, IReadOnlyDictionary<ContactId, ContactDetails> stand) =>
        [.. written.Persons.Where(person => person.IsChanged && Standing(person, stand) is var now && now != person.Seen && now != WrittenPerson.TextOf(person.Person))];

    /// <summary>Who sends the form once more has seen whom the others named.</summary>
    private static FormValues Reseen(FormValues typed, List<WrittenPerson> others, IReadOnlyDictionary<ContactId, ContactDetails> stand) =>
        others.Aggregate(typed, (values, person) => values.With($"{person.Row}.seen", Standing(person, stand)));

    private static string Standing(WrittenPerson person, IReadOnlyDictionary<ContactId, ContactDetails> stand) => WrittenPerson.TextOf(stand.GetValueOrDefault(person.Contact));

    private static Problem Meanwhile(WrittenPerson person, IReadOnlyDictionary<ContactId, ContactDetails> stand)
    {
        var now = stand.GetValueOrDefault(person.Contact);
        string who = string.Join(", ", new[] { now?.Name, now?.Email, now?.Phone }.Where(part => !string.IsNullOrEmpty(part)));
        return new(ContactProblems.ChangedMeanwhile, PartnerFields.Contacts, [who.Length > 0 ? who : "–"]);
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

    /// <summary>What others changed of it while the form was open, and the form would change again.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];
}
