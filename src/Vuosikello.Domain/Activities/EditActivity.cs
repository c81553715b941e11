namespace Vuosikello.Domain.Activities;

/// <summary>Changes some fields of an activity; fields that are null stay as they are.</summary>
/// <param name="Partnership">The activity's partnership.</param>
/// <param name="Activity">Which one.</param>
/// <param name="BasedOn">The version that the editor saw. Others' later changes to other fields are merged; to the same field they clash.</param>
/// <param name="Changes">Only the fields that the editor changed. With a new time that comes without an agenda the rows of the agenda move along with the start, where they then fit.</param>
public sealed record EditActivity(PartnershipId Partnership, ActivityId Activity, long BasedOn, ActivityChanges Changes) : IActivityCommand;

/// <summary>The fields of one edit; null means untouched.</summary>
public sealed record ActivityChanges
{
    public Edit<LocalText>? Title { get; init; }
    public Edit<ActivityTime>? Time { get; init; }
    public Edit<LocalText>? Description { get; init; }
    public Edit<ValueList<AreaId>>? Areas { get; init; }
    public Edit<ValueList<ThemeId>>? Themes { get; init; }
    public Edit<Responsible?>? Responsible { get; init; }
    public Edit<ValueList<PartnerId>>? Participants { get; init; }
    public Edit<Venue?>? Venue { get; init; }
    public Edit<ValueList<AgendaRow>>? Agenda { get; init; }
    public Edit<Registration?>? Registration { get; init; }

    /// <summary>The details as they are wanted.</summary>
    public ActivityDetails ApplyTo(ActivityDetails details) => new(
        Title is { } title ? title.To : details.Title,
        Time is { } time ? time.To : details.Time,
        Description is { } description ? description.To : details.Description,
        Areas is { } areas ? areas.To : details.Areas,
        Themes is { } themes ? themes.To : details.Themes,
        Responsible is { } responsible ? responsible.To : details.Responsible,
        Participants is { } participants ? participants.To : details.Participants,
        Venue is { } venue ? venue.To : details.Venue,
        Agenda is { } agenda ? agenda.To : details.Agenda,
        Registration is { } registration ? registration.To : details.Registration);
}

public static partial class ActivityDecider
{
    private static Decision Edit(Activity state, EditActivity command, ActivitySurroundings around)
    {
        bool agendaFollows = command.Changes is { Time: not null, Agenda: null };
        var changed = command.Changes.ApplyTo(state.Details);
        if (agendaFollows) changed = changed with { Agenda = AgendaRules.MovedAlong(changed.Agenda, state.Details.Time, changed.Time) };
        var wanted = DetailsRules.Tidy(changed);
        var edits = Edits(wanted, state.Details).ToArray();
        IEnumerable<Problem> problems =
        [
            .. FromTheFuture(state, command.BasedOn),
            .. Untouchable(state, edits),
            .. DetailsRules.Broken(wanted, state.Details, state.Cycle.Year, around),
        ];
        return Decision.Unless(problems, () => Merge(state, command.BasedOn, edits, agendaFollows));
    }

    // An agenda that follows its activity's start is the one that stands now, whoever wrote it: nobody's edit is overruled.
    private static Decision Merge(Activity state, long basedOn, FieldEdit[] edits, bool agendaFollows)
    {
        var clashes =
            from edit in edits
            where !(agendaFollows && edit.Field == ActivityFields.Agenda)
            let touched = state.Touched.GetValueOrDefault(edit.Field)
            where state.Touched.ContainsKey(edit.Field) && touched.Version > basedOn
            select new Clash(edit.Field, edit.Yours, edit.Theirs, touched.Version, touched.Stamp);
        var found = clashes.ToValueList();
        return found.Count > 0 ? new Decision.Clashed(found) : new Decision.Accepted(edits.Select(e => e.Event).ToValueList());
    }

    private static IEnumerable<Problem> FromTheFuture(Activity state, long basedOn) =>
        basedOn >= 0 && basedOn <= state.Version
            ? []
            : [new Problem(ProblemCodes.BasedOnUnknownVersion, "basedOn", [Texts.Iso(basedOn), Texts.Iso(state.Version)])];

    // What was held can still be described better, but when it took place and how one registered is settled.
    private static IEnumerable<Problem> Untouchable(Activity state, FieldEdit[] edits) => state.Status switch
    {
        ActivityStatus.Cancelled when edits.Length > 0 => Settled(state),
        ActivityStatus.Held => edits
            .Where(e => e.Field is ActivityFields.Time or ActivityFields.Registration)
            .Select(e => new Problem(ProblemCodes.ActivityIsHeld, e.Field)),
        _ => [],
    };

    /// <summary>The fields in which two details differ, each with the event that leads from one to the other.</summary>
    private static IEnumerable<FieldEdit> Edits(ActivityDetails yours, ActivityDetails theirs)
    {
        FieldEdit[] fields =
        [
            new(ActivityFields.Title, yours.Title, theirs.Title, new ActivityRetitled(yours.Title)),
            new(ActivityFields.Time, yours.Time, theirs.Time, new ActivityRescheduled(yours.Time)),
            new(ActivityFields.Description, yours.Description, theirs.Description, new ActivityDescribed(yours.Description)),
            new(ActivityFields.Areas, yours.Areas, theirs.Areas, new ActivityAreasChosen(yours.Areas)),
            new(ActivityFields.Themes, yours.Themes, theirs.Themes, new ActivityThemesChosen(yours.Themes)),
            new(ActivityFields.Responsible, yours.Responsible, theirs.Responsible, new ActivityResponsibilityAssigned(yours.Responsible)),
            new(ActivityFields.Participants, yours.Participants, theirs.Participants, new ActivityParticipantsChosen(yours.Participants)),
            new(ActivityFields.Venue, yours.Venue, theirs.Venue, Moved(yours.Venue)),
            new(ActivityFields.Agenda, yours.Agenda, theirs.Agenda, new ActivityAgendaSet(yours.Agenda)),
            new(ActivityFields.Registration, yours.Registration, theirs.Registration, new ActivityRegistrationArranged(yours.Registration)),
        ];
        return fields.Where(f => !Equals(f.Yours, f.Theirs));
    }

    private static IEvent Moved(Venue? venue) => venue is { Premises: not null } ? new ActivityMovedIntoPremises(venue) : new ActivityRelocated(venue);

    private readonly record struct FieldEdit(string Field, object? Yours, object? Theirs, IEvent Event);
}
