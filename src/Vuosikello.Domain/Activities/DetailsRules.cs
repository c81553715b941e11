using NodaTime;
using Vuosikello.Domain.Partnerships;

namespace Vuosikello.Domain.Activities;

/// <summary>What the details of an activity have to fulfil.</summary>
internal static class DetailsRules
{
    /// <summary>The most characters of a title, a description or a reason, in each language.</summary>
    public const int TextLimit = 10_000;

    /// <summary>The most rows of an agenda, and the most areas, themes or participants of one activity.</summary>
    public const int ListLimit = 500;

    /// <summary>The most days between a registration deadline and the start.</summary>
    public const int RegistrationDays = 365;

    /// <summary>Blank parts become none, and what has only blank parts becomes nothing: forms send both.</summary>
    public static ActivityDetails Tidy(ActivityDetails details) => details with
    {
        Responsible = details.Responsible is { Role.IsEmpty: true, Partner: null, Person: null } ? null : details.Responsible,
        Venue = Tidy(details.Venue),
        Registration = Tidy(details.Registration),
    };

    /// <summary>
    /// The rules that the details break. Of an activity that exists only what differs from <paramref name="before"/> is
    /// looked at, and what a new time concerns: nobody has to mend another's field to save their own.
    /// </summary>
    public static IEnumerable<Problem> Broken(ActivityDetails details, ActivityDetails? before, int year, ActivitySurroundings around)
    {
        var partnership = around.Partnership;
        bool Differs<T>(Func<ActivityDetails, T> field) => before is null || !Equals(field(details), field(before));
        bool moved = Differs(d => d.Time);
        var timeProblems = moved ? TimeRules.Broken(details.Time, year).ToArray() : [];
        bool settled = timeProblems.Length == 0;
        return
        [
            .. Differs(d => d.Title) ? Texts.Required(details.Title, ActivityFields.Title, TextLimit) : [],
            .. timeProblems,
            .. Differs(d => d.Description) ? Texts.Optional(details.Description, ActivityFields.Description, TextLimit) : [],
            .. Named(details.Areas, before?.Areas, a => partnership?.Areas.ContainsKey(a.Value ?? ""), ActivityFields.Areas, ProblemCodes.NoSuchArea),
            .. Named(details.Themes, before?.Themes, t => partnership?.Themes.ContainsKey(t.Value ?? ""), ActivityFields.Themes, ProblemCodes.NoSuchTheme),
            .. Differs(d => d.Responsible) ? BrokenResponsible(details.Responsible, before?.Responsible, partnership) : [],
            .. Named(details.Participants, before?.Participants, p => partnership?.Partners.ContainsKey(p.Value ?? ""), ActivityFields.Participants, ProblemCodes.NoSuchPartner),
            .. Differs(d => d.Venue) ? BrokenVenue(details.Venue, before?.Venue, around) : [],
            .. Differs(d => d.Agenda) ? AgendaRules.Rows(details.Agenda) : [],
            .. settled && (moved || Differs(d => d.Agenda)) ? AgendaRules.Within(details.Agenda, details.Time) : [],
            .. Differs(d => d.Registration) ? Texts.Link(details.Registration?.Link, ActivityFields.Registration) : [],
            .. settled && (moved || Differs(d => d.Registration)) ? BrokenDeadline(details.Registration?.Deadline, details.Time) : [],
        ];
    }

    /// <summary>The last day on which a registration deadline may be: that of the start, or of months, whose days are open, the end.</summary>
    internal static LocalDate LastDeadline(ActivityTime time) =>
        time is ActivityTime.Months months ? LastDay(months.Last) : Occurrences.FirstDay(time);

    internal static LocalDate LastDay(YearMonth month) => month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month));

    // What an activity named already may stay when the partnership has removed it since; new names have to exist.
    private static IEnumerable<Problem> Named<T>(
        ValueList<T> names, ValueList<T>? before, Func<T, bool?> exists, string field, string code) where T : struct
    {
        if (names.Equals(before)) return [];
        return
        [
            .. Texts.Few(names, ListLimit, field),
            .. Texts.Once(names, field),
            .. names.Distinct().Where(n => before?.Contains(n) != true && exists(n) == false).Select(n => new Problem(code, field, [n.ToString() ?? ""])),
        ];
    }

    private static IEnumerable<Problem> BrokenResponsible(Responsible? responsible, Responsible? before, Partnership? partnership)
    {
        const string field = ActivityFields.Responsible;
        if (responsible is null) return [];
        bool unknown = responsible.Partner is { } partner && partner != before?.Partner && partnership?.Partners.ContainsKey(partner.Value ?? "") == false;
        return
        [
            .. Texts.Optional(responsible.Role, field, Texts.NameLimit),
            .. unknown ? new[] { new Problem(ProblemCodes.NoSuchPartner, field, [responsible.Partner.ToString() ?? ""]) } : [],
        ];
    }

    private static IEnumerable<Problem> BrokenVenue(Venue? venue, Venue? before, ActivitySurroundings around) =>
    [
        .. venue?.Premises is { } premises && premises != before?.Premises && around.Premises?.Find(premises) is null
            ? new[] { new Problem(ProblemCodes.NoSuchPremises, ActivityFields.Venue, [premises.Value ?? ""]) } : [],
        .. Texts.Optional(venue?.Name, ActivityFields.Venue, Texts.NameLimit),
        .. Texts.Optional(venue?.Address, ActivityFields.Venue, Texts.NameLimit),
        .. Texts.Link(venue?.Link, ActivityFields.Venue),
    ];

    private static IEnumerable<Problem> BrokenDeadline(RegistrationDeadline? deadline, ActivityTime time)
    {
        const string field = ActivityFields.Registration;
        switch (deadline)
        {
            case RegistrationDeadline.Before before:
                return Texts.Within(before.Days, 0, RegistrationDays, field);
            case RegistrationDeadline.On { Date: var date }:
                var first = Occurrences.FirstDay(time).PlusDays(-RegistrationDays);
                var last = LastDeadline(time);
                if (date > last) return [new Problem(ProblemCodes.RegistrationTooLate, field, [Texts.Iso(date), Texts.Iso(last)])];
                return date < first ? [new Problem(ProblemCodes.RegistrationTooEarly, field, [Texts.Iso(date), Texts.Iso(first)])] : [];
            default:
                return [];
        }
    }

    private static Venue? Tidy(Venue? venue)
    {
        var tidy = new Venue(Texts.Tidy(venue?.Name), Texts.Tidy(venue?.Address), Texts.Tidy(venue?.Link), venue?.Premises);
        return tidy == new Venue() ? null : tidy;
    }

    private static Registration? Tidy(Registration? registration)
    {
        var tidy = new Registration(Texts.Tidy(registration?.Link), registration?.Deadline);
        return tidy == new Registration() ? null : tidy;
    }
}
