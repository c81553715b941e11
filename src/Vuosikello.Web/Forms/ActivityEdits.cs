using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Forms;

/// <summary>What an editor changed: the difference between what the form showed and what came back.</summary>
public static class ActivityEdits
{
    /// <summary>Only the fields that differ: an edit carries nothing that its editor did not touch.</summary>
    public static ActivityChanges Between(ActivityDetails seen, ActivityDetails wanted) => new()
    {
        Title = Changed(seen.Title, wanted.Title),
        Time = Changed(seen.Time, wanted.Time),
        Description = Changed(seen.Description, wanted.Description),
        Areas = ChangedSet(seen.Areas, wanted.Areas, a => a.Value),
        Themes = ChangedSet(seen.Themes, wanted.Themes, t => t.Value),
        Responsible = Changed(seen.Responsible, wanted.Responsible),
        Participants = ChangedSet(seen.Participants, wanted.Participants, p => p.Value),
        Venue = Changed(seen.Venue, wanted.Venue),
        Agenda = Changed(seen.Agenda, wanted.Agenda),
        Registration = Changed(seen.Registration, wanted.Registration),
    };

    /// <summary>The names of the fields that an edit touches.</summary>
    public static IReadOnlySet<string> FieldsOf(ActivityChanges changes)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Add(changes.Title is not null, ActivityFields.Title);
        Add(changes.Time is not null, ActivityFields.Time);
        Add(changes.Description is not null, ActivityFields.Description);
        Add(changes.Areas is not null, ActivityFields.Areas);
        Add(changes.Themes is not null, ActivityFields.Themes);
        Add(changes.Responsible is not null, ActivityFields.Responsible);
        Add(changes.Participants is not null, ActivityFields.Participants);
        Add(changes.Venue is not null, ActivityFields.Venue);
        Add(changes.Agenda is not null, ActivityFields.Agenda);
        Add(changes.Registration is not null, ActivityFields.Registration);
        return fields;

        void Add(bool touched, string field)
        {
            if (touched) fields.Add(field);
        }
    }

    private static Edit<T>? Changed<T>(T seen, T wanted) => EqualityComparer<T>.Default.Equals(seen, wanted) ? null : new Edit<T>(wanted);

    // Boxes that were ticked have no order: the form's order is not a change.
    private static Edit<ValueList<T>>? ChangedSet<T>(ValueList<T> seen, ValueList<T> wanted, Func<T, string> key) =>
        seen.Select(key).ToHashSet(StringComparer.Ordinal).SetEquals(wanted.Select(key)) ? null : new Edit<ValueList<T>>(wanted);
}
