using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>Random times, details and commands: mostly possible ones, some that are not.</summary>
internal static class ActivityGenerators
{
    /// <summary>What FsCheck runs with: a failure prints the seed (<c>Replay</c>) with the smallest case it found.</summary>
    public static Config Thoroughly => Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 20_000 : 500);

    public static Gen<LocalDate> Day(int year) => Gen.Choose(0, 364).Select(d => new LocalDate(year, 1, 1).PlusDays(d));

    private static Gen<LocalDateTime> Minute(int year) =>
        from day in Day(year)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        select day.AtMidnight().PlusMinutes(minute);

    public static Gen<ActivityTime> Exact(int year) =>
        from start in Minute(year)
        from length in Gen.Choose(1, 3 * 24 * 60)
        select (ActivityTime)new ActivityTime.Exact(start, start.PlusMinutes(length));

    public static Gen<ActivityTime> Days(int year) =>
        from first in Day(year)
        from length in Gen.Choose(0, 20)
        select (ActivityTime)new ActivityTime.Days(first, first.PlusDays(length));

    public static Gen<ActivityTime> Months(int year) =>
        from first in Gen.Choose(1, 12)
        from length in Gen.Choose(0, 11)
        select (ActivityTime)new ActivityTime.Months(new YearMonth(year, first), new YearMonth(year, first).PlusMonths(length));

    /// <summary>A valid recurrence: the first occurrence is taken from the rule.</summary>
    public static Gen<ActivityTime> Recurring(int year) =>
        from any in Gen.OneOf(Exact(year), Days(year))
        from until in Day(year)
        from interval in Gen.Choose(1, 6)
        from weekdays in Gen.SubListOf(Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None))
        from kind in Gen.Choose(0, 4)
        from skip in Gen.Choose(0, 3)
        let begin = Occurrences.FirstDay(any)
        let rule = Rule(kind, interval, LocalDate.Max(begin, until), begin, weekdays)
        let first = Occurrences.Dates(begin, rule).Cast<LocalDate?>().FirstOrDefault()
        where first is not null
        let series = new ActivityTime.Recurring(Occurrences.Shift(any, Period.DaysBetween(begin, first.Value)), rule, [])
        let dates = Occurrences.Dates(first.Value, rule).ToArray()
        select (ActivityTime)(series with { Exceptions = dates.Skip(1).Take(skip).ToValueList() });

    private static Recurrence Rule(int kind, int interval, LocalDate until, LocalDate begin, IList<IsoDayOfWeek> weekdays) => kind switch
    {
        0 => new Recurrence(Frequency.Daily, interval, until, []),
        1 => new Recurrence(Frequency.Weekly, interval, until, weekdays.ToValueList()),
        2 => new Recurrence(Frequency.Monthly, interval, until, [], MonthDay: begin.Day),
        3 => new Recurrence(Frequency.Monthly, interval, until, [], MonthDay: -1),
        _ => new Recurrence(Frequency.Monthly, interval, until, [], MonthWeek: Math.Min(4, (begin.Day + 6) / 7), MonthWeekday: begin.DayOfWeek),
    };

    public static Gen<ActivityTime> Time(int year) => Gen.OneOf(Exact(year), Days(year), Months(year), Recurring(year));

    /// <summary>A time that can be planned: no clock skips it.</summary>
    public static Gen<ActivityTime> PossibleTime(int year) => Time(year).Where(t => !TimeRules.Broken(t, year).Any());

    private static Gen<LocalText> Text { get; } = Gen.Elements("", "Työpaja", "Forum 🎉", "a\nb", "\a").Select(t => new LocalText(t, sv: t));

    private static Gen<ActivityChanges> Changes =>
        from title in Maybe(Text)
        from time in Maybe(Time(2026))
        from description in Maybe(Text)
        from areas in Maybe(Gen.SubListOf(new AreaId("kerava"), new AreaId("nurmijarvi"), new AreaId("turku")).Select(a => a.ToValueList()))
        from venue in Maybe(Gen.Elements(null, new Venue("Kunnantalo"), new Venue(Link: "kokous")))
        from agenda in Maybe(Gen.SubListOf<AgendaRow>(Samples.Workshop.Agenda.ToArray()).Select(a => a.ToValueList()))
        from registration in Maybe(Gen.OneOf(Gen.Constant((Registration?)null), Day(2026).Select(d => (Registration?)new Registration(null, new RegistrationDeadline.On(d)))))
        select new ActivityChanges
        {
            Title = title,
            Time = time,
            Description = description,
            Areas = areas,
            Venue = venue,
            Agenda = agenda,
            Registration = registration,
        };

    private static Gen<Edit<T>?> Maybe<T>(Gen<T> gen) =>
        Gen.Frequency((2, Gen.Constant((Edit<T>?)null)), (1, gen.Select(value => (Edit<T>?)new Edit<T>(value))));

    public static Gen<IActivityCommand> Command
    {
        get
        {
            var (here, id) = (Samples.PartnershipId, Samples.ActivityId);
            return Gen.OneOf(
                from changes in Changes
                from basedOn in Gen.Choose(0, 8)
                select (IActivityCommand)new EditActivity(here, id, basedOn, changes),
                from time in Time(2026)
                from basedOn in Gen.Choose(0, 8)
                select (IActivityCommand)new RescheduleActivity(here, id, basedOn, time),
                from participants in Gen.Choose(-1, 20)
                select (IActivityCommand)new MarkActivityHeld(here, id, participants == 0 ? null : new Attendance(participants, participants / 2)),
                from reason in Text
                select (IActivityCommand)new CancelActivity(here, id, reason),
                Gen.Elements<IActivityCommand>(
                    new ConfirmActivity(here, id), new ReturnActivityToProposal(here, id), new ReinstateActivity(here, id),
                    new RevokeActivityHolding(here, id), new WithdrawActivity(here, id)));
        }
    }
}
