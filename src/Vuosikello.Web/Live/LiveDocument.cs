using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Events;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Live;

/// <summary>A live page of one aggregate, where people write clauses.</summary>
/// <param name="key">The page's key.</param>
/// <param name="partnership">Whose members its readers are.</param>
/// <param name="stream">The aggregate's.</param>
/// <param name="words">Says what changed.</param>
public abstract class LiveDocument(string key, PartnershipId partnership, StreamName stream, LiveWords words) : ILivePage
{
    public string Key => key;
    public abstract View View { get; }
    public PartnershipId Partnership => partnership;
    public virtual IReadOnlyList<string> Places { get; } = [key];
    protected LiveWords Words => words;

    // Beside the aggregate itself the names of partners, which stand on every page.
    public virtual bool Concerns(in ViewChange change) => change.Stream == stream || Streams.IsOf(change.Stream, out PartnershipId _);

    public abstract ReaderCircle? CircleOf(ReaderCircle reader);

    public abstract ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct);

    public abstract IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle);

    public virtual bool ShowsEditorsTo(ReaderCircle reader) => true;

    public virtual bool MayEdit(string item, Standing standing) => false;

    public EditorNews? NewsOf(string item)
    {
        if (LastTouch(item) is not { } touch) return null;
        return touch.Gone ? new(item, -1, words.GoneMeanwhile(touch.By)) : new(item, touch.Version, words.ChangedMeanwhile(touch.By));
    }

    /// <summary>The last change of a part that can be edited; null for what is none.</summary>
    protected virtual ItemTouch? LastTouch(string item) => null;
}

/// <summary>The last change of a part of a page.</summary>
/// <param name="Version">Of its aggregate, after it.</param>
/// <param name="By">Who changed it; null for nobody.</param>
/// <param name="Gone">It was taken out.</param>
public readonly record struct ItemTouch(long Version, Stamp? By, bool Gone = false);
