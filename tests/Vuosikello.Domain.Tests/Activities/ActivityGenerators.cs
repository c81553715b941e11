using FsCheck;
using FsCheck.Fluent;
using Vuosikello.Domain.Activities;
using Vuosikello.TestKit;

namespace Vuosikello.Domain.Tests.Activities;

/// <summary>Random times, details and commands: mostly possible ones, some that are not.</summary>
internal static class ActivityGenerators
{
    /// <summary>What FsCheck runs with: a failure prints the seed (<c>Replay</c>) with the smallest case it found.</summary>
    public static Config Thoroughly => Config.QuickThrowOnFailure.WithMaxTest(
        Environment.GetEnvironmentVariable("VUOSIKELLO_LONG") == "1" ? 20_000 : 500);

    /// <summary>A time that can be planned: no clock skips it.</summary>
    public static Gen<ActivityTime> PossibleTime(int year) => ActivityTimes.Any(year).Where(t => !TimeRules.Broken(t, year).Any());

    private static Gen<LocalText> Text { get; } = Gen.Elements("", "Työpaja", "Forum 🎉", "a\nb", "\a").Select(t => new LocalText(t, sv: t));

    private static Gen<ActivityChanges> Changes =>
        from title in Maybe(Text)
        from time in Maybe(ActivityTimes.Any(2026))
        from description in Maybe(Text)
        from areas in Maybe(Gen.SubListOf(new AreaId("kerava"), new AreaId("nurmijarvi"), new AreaId("turku")).Select(a => a.ToValueList()))
        from venue in Maybe(Gen.Elements(null, new Venue("Kunnantalo"), new Venue(Link: "kokous")))
        from agenda in Maybe(Gen.SubListOf<AgendaRow>(Samples.Workshop.Agenda.ToArray()).Select(a => a.ToValueList()))
        from registration in Maybe(Gen.OneOf(Gen.Constant((Registration?)null), ActivityTimes.Day(2026).Select(d => (Registration?)new Registration(null, new RegistrationDeadline.On(d)))))
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
                from time in ActivityTimes.Any(2026)
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
