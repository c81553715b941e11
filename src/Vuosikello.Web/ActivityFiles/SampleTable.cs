using CsvHelper;
using Vuosikello.Domain;
using Vuosikello.Domain.Partnerships;
using Vuosikello.Projections.Words;
using Vuosikello.Web.ActivityFiles.Reading;

namespace Vuosikello.Web.ActivityFiles;

/// <summary>
/// A table to begin with: the headings in one language, and rows that show each way to say when. In UTF-8 with its mark and with semicolons, as the
/// Excel of these parts opens it by itself; what would be a formula is made text. The key is left empty: whoever has numbers of their own writes them there.
/// </summary>
internal static class SampleTable
{
    private static readonly CsvColumn[] Columns =
    [
        CsvColumn.Key, CsvColumn.Title, CsvColumn.Date, CsvColumn.StartTime, CsvColumn.EndDate, CsvColumn.EndTime, CsvColumn.Place, CsvColumn.Address, CsvColumn.Link,
        CsvColumn.Description, CsvColumn.Themes, CsvColumn.Areas, CsvColumn.Partner, CsvColumn.Role, CsvColumn.Participants, CsvColumn.RegistrationDeadline,
        CsvColumn.RegistrationLink, CsvColumn.Status,
    ];

    /// <param name="language"><c>fi</c>, <c>sv</c> or <c>en</c>.</param>
    public static byte[] Write(Partnership partnership, int year, string language)
    {
        using var octets = new MemoryStream();
        var options = new CsvWriterOptions { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape };
        using (var writer = CsvWriter.Create(octets, options, leaveOpen: true))
        {
            writer.WriteRecord((ReadOnlySpan<string?>)[.. Columns.Select(column => CsvHeadings.In(column, language))]);
            foreach (var row in Rows(new Words(partnership, year, language))) writer.WriteRecord((ReadOnlySpan<string?>)[.. Columns.Select(column => row.GetValueOrDefault(column, ""))]);
            writer.Flush();
        }
        return octets.ToArray();
    }

    private static Dictionary<CsvColumn, string>[] Rows(Words words) =>
    [
        new()
        {
            [CsvColumn.Title] = words.In("Kevään yhteistyöfoorumi", "Vårens samarbetsforum", "Spring cooperation forum"),
            [CsvColumn.Date] = words.Day(3, 3),
            [CsvColumn.StartTime] = words.In("17.00", "17.00", "17:00"),
            [CsvColumn.EndTime] = words.In("19.00", "19.00", "19:00"),
            [CsvColumn.Place] = words.In("Kirjasto, kokoushuone", "Biblioteket, mötesrummet", "Library, meeting room"),
            [CsvColumn.Themes] = words.Theme,
            [CsvColumn.Areas] = words.Area,
            [CsvColumn.Partner] = words.Partner,
            [CsvColumn.RegistrationDeadline] = words.In("7 päivää ennen", "7 dagar före", "7 days before"),
            [CsvColumn.Status] = words.In("vahvistettu", "bekräftad", "confirmed"),
        },
        new()
        {
            [CsvColumn.Title] = words.In("Yhdistysten leiri", "Föreningarnas läger", "Associations' camp"),
            [CsvColumn.Date] = words.Day(6, 8),
            [CsvColumn.EndDate] = words.Day(8, 8),
            [CsvColumn.Role] = words.In("leirin vetäjä", "lägerledare", "camp leader"),
        },
        new()
        {
            [CsvColumn.Title] = words.In("Kysely yhdistyksille", "Enkät till föreningarna", "Survey of associations"),
            [CsvColumn.Date] = words.Month(10),
            [CsvColumn.EndDate] = words.Month(11),
        },
    ];

    private sealed record Words(Partnership Partnership, int Year, string Language)
    {
        public string Theme => Partnership.Themes.Values.FirstOrDefault()?.Name.In(Language) ?? "";
        public string Area => Partnership.Areas.Values.FirstOrDefault()?.Name.In(Language) ?? "";
        public string Partner => Partnership.Partners.Values.FirstOrDefault()?.Name.In(Language) ?? "";

        public string In(string fi, string sv, string en) => new LocalText(fi, sv, en).In(Language);

        public string Day(int day, int month) => Language == "en" ? FormattableString.Invariant($"{Year}-{month:00}-{day:00}") : FormattableString.Invariant($"{day}.{month}.{Year}");

        public string Month(int month) => FormattableString.Invariant($"{CalendarNames.Month(month, Language)} {Year}");
    }
}
