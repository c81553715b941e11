using System.Globalization;
using Vuosikello.Domain;
using Vuosikello.Domain.Activities;
using Vuosikello.Web.ActivityFiles.Reading;
using static Vuosikello.Web.Tests.ActivityFiles.Reading;

namespace Vuosikello.Web.Tests.ActivityFiles;

public sealed class The_times_of_a_table
{
    [Theory]
    [InlineData(";3.3.2026;17.00;;19.00", "03-03T17:00/03-03T19:00")]
    [InlineData(";3.3.2026 klo 17.00;;;19.00", "03-03T17:00/03-03T19:00")]
    [InlineData(";ti 3.3.2026 klo 17–19;;;", "03-03T17:00/03-03T19:00")]
    [InlineData(";3.3.2026;17:00–19:00;;", "03-03T17:00/03-03T19:00")]
    [InlineData(";3.3.;klo 17;;19", "03-03T17:00/03-03T19:00")]
    [InlineData(";2026-03-03T17:00;;;7 pm", "03-03T17:00/03-03T19:00")]
    [InlineData(";2026-03-03;5:00 PM;;7:00 PM", "03-03T17:00/03-03T19:00")]
    [InlineData(";3.3.2026 17:00:00;;3.3.2026 19:00:00;", "03-03T17:00/03-03T19:00")]
    [InlineData(";46084,7083333333;;;0,7916666667", "03-03T17:00/03-03T19:00")]
    [InlineData(";3.3.26;22.00;4.3.26;1.00", "03-03T22:00/03-04T01:00")]
    [InlineData(";3.3.2026;22.00;;24.00", "03-03T22:00/03-04T00:00")]
    [InlineData(";3.3.2026;;;", "03-03/03-03")]
    [InlineData(";3.–4.3.2026;;;", "03-03/03-04")]
    [InlineData(";3.3.2026–4.4.2026;;;", "03-03/04-04")]
    [InlineData(";3.3.2026;;4.3.2026;", "03-03/03-04")]
    [InlineData(";3 mars 2026;;;", "03-03/03-03")]
    [InlineData(";March 3, 2026;;;", "03-03/03-03")]
    [InlineData(";3. maaliskuuta;;;", "03-03/03-03")]
    [InlineData(";13/03/2026;;;", "03-13/03-13")]
    [InlineData(";3/13/2026;;;", "03-13/03-13")]
    [InlineData(";2026/3/13;;;", "03-13/03-13")]
    [InlineData(";2026/03/04;;;", "03-04/03-04")]
    [InlineData(";46084;;;", "03-03/03-03")]
    [InlineData(";maaliskuu 2026;;;", "03/03")]
    [InlineData(";maalis–huhtikuu;;;", "03/04")]
    [InlineData(";mars-april 2026;;;", "03/04")]
    [InlineData(";2026-03;;2026-05;", "03/05")]
    [InlineData(";3/2026;;;", "03/03")]
    public async Task Times_are_read_as_people_and_programs_write_them(string cells, string expected)
    {
        // without the column of the key the cells begin with the title
        var row = await Row($";Ilta{cells};;;;");

        Assert.Equal(expected, Written(row.Said.Time!));
    }

    [Theory]
    [InlineData("31.2.2026;;;", FileNotes.NoSuchDay, "alkupäivä")]
    [InlineData("03/04/2026;;;", FileNotes.AmbiguousDate, "alkupäivä")]
    [InlineData("3.3.25;;;", FileNotes.ShortYear, "alkupäivä")]
    [InlineData("12345;;;", FileNotes.DayNumber, "alkupäivä")]
    [InlineData("ensi viikolla;;;", FileNotes.NotADate, "alkupäivä")]
    [InlineData(";;;", FileNotes.DateMissing, "")]
    [InlineData("3.3.2026;25.00;;", FileNotes.NotAClock, "alkuaika")]
    [InlineData("3.3.2026;;;19.00", FileNotes.StartClockMissing, "loppuaika")]
    [InlineData("3.3.2026;17.00;4.3.2026;", FileNotes.EndClockMissing, "alkuaika")]
    [InlineData("maaliskuu;17.00;;", FileNotes.ClockWithMonth, "alkupäivä")]
    [InlineData("3.3.2026;;huhtikuu 2026;", FileNotes.EndOfOtherKind, "loppupäivä")]
    public async Task A_time_that_cannot_be_read_is_told_with_its_line_its_column_and_why(string cells, string code, string column)
    {
        var reading = await Read($"{Headings};Hyvä;1.2.2026;;;;;;;\n;Ilta;{cells};;;;\n");

        var note = Assert.Single(reading.Wrong);
        Assert.Equal((code, 3, column, "Ilta"), (note.Code, note.Line, note.Column, note.Title));
        Assert.Equal("Hyvä", Assert.Single(reading.Rows).Title);
    }

    [Fact]
    public async Task A_start_without_an_end_is_given_an_hour_and_that_is_said()
    {
        var reading = await Read($"{Headings};Ilta;3.3.2026;17;;;;;;\n");

        Assert.Equal(Exact(3, 3, 17, 18), Assert.Single(reading.Rows).Said.Time);
        Assert.Equal(FileNotes.HourAssumed, Assert.Single(reading.Remarks).Code);
    }

    private static string Written(ActivityTime time) => time switch
    {
        ActivityTime.Exact t => string.Create(CultureInfo.InvariantCulture, $"{t.Start:MM-dd'T'HH:mm}/{t.End:MM-dd'T'HH:mm}"),
        ActivityTime.Days t => string.Create(CultureInfo.InvariantCulture, $"{t.First:MM-dd}/{t.Last:MM-dd}"),
        ActivityTime.Months t => string.Create(CultureInfo.InvariantCulture, $"{t.First.Month:00}/{t.Last.Month:00}"),
        _ => "",
    };
}
