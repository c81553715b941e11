using Vuosikello.Domain;
using Vuosikello.Domain.Activities;

namespace Vuosikello.Commands.ActivityFiles;

/// <summary>What would become of a row of a file if it were taken now.</summary>
public abstract record RowPreview(FileRow Row)
{
    /// <summary>A new activity.</summary>
    /// <param name="Status">Proposed or confirmed.</param>
    public sealed record New(FileRow Row, ActivityDetails Details, ActivityStatus Status) : RowPreview(Row)
    {
        /// <summary>An activity of the same title on the same day that there is already; null for none. Perhaps it is the same.</summary>
        public ActivityId? Alike { get; init; }
    }

    /// <summary>Fields of an activity would change.</summary>
    /// <param name="Now">As it stands.</param>
    /// <param name="Fields">At least one, in the order of <see cref="ActivityFields"/>; some may be clashes.</param>
    public sealed record Changed(FileRow Row, Activity Now, ValueList<FieldChange> Fields) : RowPreview(Row)
    {
        /// <summary>True when title and day have nothing in common with the activity that the row's key means. Perhaps it is another one.</summary>
        public bool SeemsAnother { get; init; }
    }

    /// <summary>Nothing would change.</summary>
    /// <param name="Kept">Fields that people changed since the file was last imported; the file says of them what it said then.</param>
    public sealed record Same(FileRow Row, Activity Now, ValueList<string> Kept) : RowPreview(Row);

    /// <summary>It is passed over.</summary>
    public sealed record PassedOver(FileRow Row, string Reason) : RowPreview(Row);

    /// <summary>It cannot be taken.</summary>
    public sealed record Refused(FileRow Row, ValueList<Problem> Problems) : RowPreview(Row);

    /// <summary>True when it needs a person's look before it is taken: it may mean another activity than it seems to.</summary>
    public bool IsDoubtful => this is New { Alike: not null } or Changed { SeemsAnother: true };

    /// <summary>True when the file's status is not taken: only whoever has a part in the activity says what becomes of it.</summary>
    public bool StatusIsNotYours { get; init; }
}

/// <summary>One field that a file would change.</summary>
/// <param name="Field">As in <see cref="ActivityFields"/>.</param>
/// <param name="Before">What stands; of the field's type.</param>
/// <param name="After">What the file says; of the field's type.</param>
/// <param name="Theirs">Who changed it since the file was made or last imported; null when nobody did.</param>
public sealed record FieldChange(string Field, object? Before, object? After, Stamp? Theirs);

/// <summary>What a file builds on: the activity as it was in our feed, or as files last had it, field by field.</summary>
/// <param name="Version">The activity's version in our feed; null where imports of files tell it.</param>
public sealed record FileBase(ActivityDetails Details, ActivityStatus Status, long? Version);

/// <summary>Why a row is passed over though it can be read.</summary>
public static class PassedOverReasons
{
    /// <summary>It starts in another year.</summary>
    public const string OtherYear = "other-year";

    /// <summary>It is an activity of another year or partnership.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>It was planned and withdrawn: what somebody took away does not come back by itself.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>It is cancelled, and was never in the year.</summary>
    public const string CancelledBefore = "cancelled-before";
}
