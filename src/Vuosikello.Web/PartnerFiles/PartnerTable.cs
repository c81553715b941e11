using CsvHelper;
using Vuosikello.Accounts.Contacts;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Web.Layout;
using Vuosikello.Web.Resources;

namespace Vuosikello.Web.PartnerFiles;

/// <summary>
/// The register as a table, as it is read back: in UTF-8 with its mark and with semicolons, as the Excel of these parts opens it by itself. What a spreadsheet
/// would take for a formula is written as text.
/// </summary>
internal static class PartnerTable
{
    private static readonly string[] Languages = ["fi", "sv", "en"];

    /// <param name="cards">In the order in which they are written.</param>
    /// <param name="persons">Of the partnership: who holds the contacts' roles.</param>
    /// <param name="language">Of the headings.</param>
    public static byte[] Write(
        Partnership partnership, IEnumerable<Partner> cards, ILookup<PartnerId, (ContactId Contact, ContactDetails Person)> persons, Texts texts, string language)
    {
        using var octets = new MemoryStream();
        var options = new CsvWriterOptions { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape };
        using (var writer = CsvWriter.Create(octets, options, leaveOpen: true))
        {
            writer.WriteRecord((ReadOnlySpan<string?>)[.. Headings(language)]);
            foreach (var card in cards) writer.WriteRecord((ReadOnlySpan<string?>)[.. Cells(partnership, card, persons[card.Id], texts, language)]);
            writer.Flush();
        }
        return octets.ToArray();
    }

    private static IEnumerable<string> Headings(string language) => Enum.GetValues<PartnerColumn>()
        .SelectMany(column => column == PartnerColumn.Name ? Languages.Select(l => PartnerHeadings.OfName(l, language)) : [PartnerHeadings.In(column, language)]);

    private static string?[] Cells(Partnership partnership, Partner card, IEnumerable<(ContactId Contact, ContactDetails Person)> persons, Texts texts, string language)
    {
        // A table has room for one; the others stay on the card when the table is read back.
        var contact = card.Contacts.FirstOrDefault(c => c.Member is null);
        var person = contact is null ? null : persons.Where(p => p.Contact == contact.Id).Select(p => p.Person).FirstOrDefault();
        return
        [
            card.Id.Value, card.Name.Fi, card.Name.Sv, card.Name.En, texts.Setup[$"Kind.{card.Kind}"], card.BusinessId?.Value, card.RegisterNumber?.ToString(), card.WebPage,
            string.Join("; ", card.Areas.Select(a => partnership.NameOf(a).In(language))), string.Join("; ", card.Themes.Select(t => partnership.NameOf(t).In(language))),
            contact?.Role.In(language), person?.Name, person?.Email, person?.Phone,
            partnership.Cards[card.Id.Value].ConfirmedOn is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null,
        ];
    }
}
