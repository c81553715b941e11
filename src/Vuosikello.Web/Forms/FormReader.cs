using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vuosikello.Domain;

namespace Vuosikello.Web.Forms;

/// <summary>Reads typed values, and collects what could not be read. Dates and times are taken as browsers send them and as Finns write them.</summary>
public sealed class FormReader(FormValues values)
{
    private static readonly LocalDatePattern[] Dates =
        [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"), LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu")];

    private static readonly LocalTimePattern[] Clocks =
        [LocalTimePattern.CreateWithInvariantCulture("HH:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm"), LocalTimePattern.CreateWithInvariantCulture("H:mm"),
         LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss"), LocalTimePattern.CreateWithInvariantCulture("%H")];

    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public FormValues Values => values;

    public LocalText Text(string name) => new(values[$"{name}.fi"], values[$"{name}.sv"], values[$"{name}.en"]);

    public string? Optional(string name) => values[name].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A date that has to be there.</summary>
    public LocalDate? Date(string name, string field) => DateOf(values[name], field);

    public LocalDate? DateOf(string typed, string field)
    {
        foreach (var pattern in Dates)
            if (pattern.Parse(typed.Trim()).TryGetValue(default, out var date)) return date;
        return Fail<LocalDate>(typed, FormProblems.NotADate, field);
    }

    public LocalTime? Clock(string typed, string field)
    {
        foreach (var pattern in Clocks)
            if (pattern.Parse(typed.Trim()).TryGetValue(default, out var time)) return time;
        return Fail<LocalTime>(typed, FormProblems.NotATime, field);
    }

    public YearMonth? YearMonth(string name, string field) =>
        Month.Parse(values[name].Trim()).TryGetValue(default, out var month) ? month : Fail<YearMonth>(values[name], FormProblems.NotAMonth, field);

    public int? Number(string name, string field) =>
        int.TryParse(values[name].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : Fail<int>(values[name], FormProblems.NotANumber, field);

    public void Refuse(string code, string field, params ReadOnlySpan<string> arguments) => _problems.Add(new Problem(code, field, ValueList.Create(arguments)));

    private T? Fail<T>(string typed, string code, string field) where T : struct
    {
        if (string.IsNullOrWhiteSpace(typed)) Refuse(code + "-missing", field);
        else Refuse(code, field, typed.Trim());
        return null;
    }
}

/// <summary>What can be wrong with what was typed, before there is a command. Messages are looked up like those of the domain.</summary>
public static class FormProblems
{
    /// <summary>{0} what was typed.</summary>
    public const string NotADate = "not-a-date";
    public const string NotADateMissing = "not-a-date-missing";

    /// <summary>{0} what was typed.</summary>
    public const string NotATime = "not-a-time";
    public const string NotATimeMissing = "not-a-time-missing";

    /// <summary>{0} what was typed.</summary>
    public const string NotAMonth = "not-a-month";
    public const string NotAMonthMissing = "not-a-month-missing";

    /// <summary>{0} what was typed.</summary>
    public const string NotANumber = "not-a-number";
    public const string NotANumberMissing = "not-a-number-missing";

    /// <summary>The text of one language changed, and another language's did not.</summary>
    public const string OtherLanguagesAsBefore = "other-languages-as-before";

    /// <summary>{0} the first day asked for, {1} the last, which is before it.</summary>
    public const string WrongWayRound = "wrong-way-round";

    /// <summary>{0} what was typed as a date with a time of day.</summary>
    public const string NotAMoment = "not-a-moment";

    /// <summary>{0} what was asked for, which is neither one of the versions nor a date with a time of day.</summary>
    public const string NotAVersion = "not-a-version";

    /// <summary>{0} the moment, which is still to come: nothing is known of how things are then.</summary>
    public const string MomentInFuture = "moment-in-future";

    /// <summary>A signatory has to say that the text was read.</summary>
    public const string TextNotRead = "text-not-read";

    /// <summary>{0} how many remarks of comment rounds nobody has answered: who goes on all the same says so.</summary>
    public const string RemarksUnanswered = "remarks-unanswered";

    /// <summary>No kind of time was chosen.</summary>
    public const string TimeNotChosen = "time-not-chosen";

    /// <summary>Somebody else changed the field meanwhile.</summary>
    public const string ChangedMeanwhile = "changed-meanwhile";

    /// <summary>A choice that the form does not offer.</summary>
    public const string NotAChoice = "not-a-choice";

    /// <summary>A row of the agenda has a time and no text.</summary>
    public const string AgendaRowWithoutTitle = "agenda-row-without-title";

    /// <summary>{0} the name, of which no short name for addresses can be made.</summary>
    public const string NoShortName = "no-short-name";

    /// <summary>{0} how many calendar links a member can have in use at most.</summary>
    public const string TooManyCalendarLinks = "too-many-calendar-links";

    /// <summary>{0} how many tokens of the API somebody can have in use.</summary>
    public const string TooManyTokens = "too-many-tokens";

    /// <summary>{0} the most characters of a token's name.</summary>
    public const string TokenNameWrong = "token-name-wrong";

    /// <summary>{0} the most days that a token can be good for.</summary>
    public const string TokenDaysWrong = "token-days-wrong";
}
