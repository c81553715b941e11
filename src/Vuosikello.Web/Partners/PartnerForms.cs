using System.Globalization;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Accounts.Persons;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Composition;
using Vuosikello.Web.Forms;

namespace Vuosikello.Web.Partners;

/// <summary>What a card's form says: the card, and who its contacts are, which no command carries.</summary>
public sealed record WrittenCard(Partner Card, IReadOnlyList<WrittenPerson> Persons);

/// <summary>Who a form names as a contact.</summary>
/// <param name="Row">Of the form.</param>
/// <param name="Seen">Who it was when the form was shown; see <see cref="TextOf"/>.</param>
/// <param name="Person">Null for nobody.</param>
public sealed record WrittenPerson(string Row, ContactId Contact, string Seen, ContactDetails? Person)
{
    /// <summary>The form changes who it is; what others did meanwhile stays where it does not.</summary>
    public bool IsChanged => TextOf(Person) != Seen;

    /// <summary>All of a person in one text, to compare.</summary>
    public static string TextOf(ContactDetails? person) => person is null ? "" : $"{person.Name}|{person.Email}|{person.Phone}";
}

/// <summary>Between a partner's card and its form.</summary>
public sealed class PartnerForms(INewIds ids)
{
    /// <summary>Empty rows for new contacts.</summary>
    private const int Blank = 2;

    /// <summary>The form of a card that is there.</summary>
    public FormValues Of(Partner card, IReadOnlyDictionary<ContactId, ContactDetails> persons)
    {
        var values = With(FormValues.Empty, "name", card.Name)
            .With("kind", card.Kind.ToString()).With("businessId", card.BusinessId?.Value).With("registerNumber", card.RegisterNumber?.ToString()).With("webPage", card.WebPage)
            .With("areas", card.Areas.Select(a => a.Value)).With("themes", card.Themes.Select(t => t.Value));
        for (int i = 0; i < card.Contacts.Count; i++)
        {
            var (contact, row) = (card.Contacts[i], Row(i));
            var person = persons.GetValueOrDefault(contact.Id);
            values = With(values.With($"{row}.id", contact.Id.ToString()), $"{row}.role", contact.Role)
                .With($"{row}.public", contact.Visibility == ContactVisibility.Public ? "1" : null)
                .With($"{row}.seen", WrittenPerson.TextOf(person)).With($"{row}.person", person?.Name).With($"{row}.email", person?.Email).With($"{row}.phone", person?.Phone);
        }
        return WithBlank(values, card.Contacts.Count);
    }

    /// <summary>The form of a new one.</summary>
    public FormValues Empty() => WithBlank(FormValues.Empty.With("kind", nameof(PartnerKind.Association)), 0);

    /// <summary>What was written.</summary>
    /// <param name="form">As sent; what cannot be is told to it.</param>
    /// <param name="partner">Whose card it is.</param>
    /// <param name="before">The card as it stands; null for a new one. A form without a kind leaves it as it is.</param>
    public static WrittenCard Read(FormReader form, PartnerId partner, Partner? before)
    {
        var contacts = new List<PartnerContact>();
        var persons = new List<WrittenPerson>();
        foreach (string row in Rows(form.Values)) ReadContact(form, row, before, contacts, persons);
        var card = new Partner(
            partner, Kind(form) ?? before?.Kind ?? PartnerKind.Other, form.Text("name"),
            form.Values.All("areas").Select(id => new AreaId(id)).ToValueList(), form.Values.All("themes").Select(id => new ThemeId(id)).ToValueList(),
            BusinessId.Read(form.Optional("businessId")), RegisterNumber.Read(form.Optional("registerNumber")), form.Optional("webPage"), contacts.ToValueList());
        return new(card, persons);
    }

    /// <summary>The rows of contacts that a form has, in order.</summary>
    public static IEnumerable<string> Rows(FormValues values)
    {
        for (int i = 0; values[$"{Row(i)}.id"].Length > 0 && i < 100; i++) yield return Row(i);
    }

    private static void ReadContact(FormReader form, string row, Partner? before, List<PartnerContact> contacts, List<WrittenPerson> persons)
    {
        var role = form.Text($"{row}.role");
        var (name, email, phone) = (form.Optional($"{row}.person"), form.Optional($"{row}.email"), form.Optional($"{row}.phone"));
        bool isBlank = role.IsEmpty && name is null && email is null && phone is null;
        if (isBlank || form.Values.Has($"{row}.remove", "1") || !Guid.TryParse(form.Values[$"{row}.id"], out var id) || id == Guid.Empty) return;
        if (role.IsEmpty) form.Refuse(ContactProblems.RoleMissing, "contacts");
        if (email is not null && !EmailAddress.TryRead(email, out _)) form.Refuse(ContactProblems.EmailInvalid, "contacts", email);
        if (name?.Length > ContactDetails.NameLimit || email?.Length > ContactDetails.EmailLimit || phone?.Length > ContactDetails.PhoneLimit) form.Refuse(ContactProblems.TooLong, "contacts");
        var contact = new PartnerContact(
            new(id), role, form.Values.Has($"{row}.public", "1") ? ContactVisibility.Public : ContactVisibility.Members, before?.Contacts.FirstOrDefault(c => c.Id.Value == id)?.Member);
        contacts.Add(contact);
        if (contact.Member is not null) return;
        var person = (name ?? email ?? phone) is null ? null : new ContactDetails(name ?? "", EmailAddress.TryRead(email, out var address) ? address.Shown : email, phone);
        persons.Add(new(row, contact.Id, form.Values[$"{row}.seen"], person));
    }

    private FormValues WithBlank(FormValues values, int used)
    {
        for (int i = used; i < used + Blank; i++) values = values.With($"{Row(i)}.id", ids.Next().ToString());
        return values;
    }

    private static FormValues With(FormValues values, string name, LocalText text) =>
        values.With($"{name}.fi", text.Fi).With($"{name}.sv", text.Sv).With($"{name}.en", text.En);

    private static PartnerKind? Kind(FormReader form) => Enum.TryParse<PartnerKind>(form.Values["kind"], out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static string Row(int i) => string.Create(CultureInfo.InvariantCulture, $"contact.{i}");
}

/// <summary>What can be wrong with a contact as typed. Messages are looked up like those of the domain.</summary>
public static class ContactProblems
{
    public const string RoleMissing = "contact-without-role";

    /// <summary>{0} what stands where the e-mail address should.</summary>
    public const string EmailInvalid = "contact-email-invalid";

    public const string TooLong = "contact-too-long";

    /// <summary>{0} who somebody else named meanwhile; a dash for nobody.</summary>
    public const string ChangedMeanwhile = "contact-changed-meanwhile";
}
