using Vuosikello.Commands;
using Vuosikello.Domain;
using Vuosikello.Projections;
using Vuosikello.Projections.Live;
using Vuosikello.Web.Access;

namespace Vuosikello.Web.Live;

/// <summary>A kind of live page. A feature implements it beside its pages and registers it with <see cref="LiveRegistration.AddLivePages{TPages}"/>.</summary>
public interface ILivePages
{
    /// <summary>What its keys begin with, before the first slash: <c>board</c>, <c>activity</c>.</summary>
    string Kind { get; }

    /// <summary>Reads the rest of a key, which comes from outside: anything may stand there.</summary>
    /// <returns>Null when no page can have that key. Whether there is such a page shows when it is rendered.</returns>
    ILivePage? Find(string rest);
}

/// <summary>
/// A page that stays up to date while somebody has it open. It is made of fragments, the same ones for whoever loads the page and
/// for whoever has it open already.
/// </summary>
public interface ILivePage
{
    /// <summary>Its key in canonical form, kind and all: two spellings of one page are one page.</summary>
    string Key { get; }

    /// <summary>What it is a view of: whoever may not see that does not get as far as <see cref="CircleOf"/>.</summary>
    View View { get; }

    /// <summary>The partnership by whose memberships its readers are told apart.</summary>
    PartnershipId Partnership { get; }

    /// <summary>
    /// The places at which whoever has the page open is seen, by their keys; the first one is the place whose presence the page shows.
    /// </summary>
    IReadOnlyList<string> Places { get; }

    /// <summary>True when the page may look different after a change of its partnership. Decides by the change alone.</summary>
    bool Concerns(in ViewChange change);

    /// <summary>
    /// The circle of those who see the same bytes as this reader: what makes no difference to the page is left out, so that few
    /// renderings serve many. Null when the reader may not see the page at all.
    /// </summary>
    ReaderCircle? CircleOf(ReaderCircle reader);

    /// <summary>
    /// All fragments for a circle, or null when there is no such page (any more). It runs in nobody's request and knows no more of
    /// the readers than their circle.
    /// </summary>
    ValueTask<IReadOnlyList<Fragment>?> Render(string language, ReaderCircle circle, CancellationToken ct);

    /// <summary>Sentences for screen readers on what has changed. The language is the current culture's.</summary>
    /// <param name="changes">At most one for each stream, and never many: what comes above <see cref="OpenPage.MostTold"/> is only there to be counted.</param>
    /// <param name="patch">What of the page has changed for this circle.</param>
    /// <param name="circle">Who will hear it.</param>
    IReadOnlyList<string> Announce(IReadOnlyList<ViewChange> changes, PagePatch patch, ReaderCircle circle);

    /// <summary>Whether who has this page open is told to such a reader of another of its <see cref="Places"/>.</summary>
    bool ShowsEditorsTo(ReaderCircle reader) => true;

    /// <summary>True when somebody may edit a part of the page (an activity, a clause), as the table of rights says.</summary>
    /// <param name="item">The part's id, as it stands in <c>data-live-form</c>.</param>
    bool MayEdit(string item, Standing standing) => false;

    /// <summary>How a part of the page stands, for those who edit it. The language is the current culture's.</summary>
    EditorNews? NewsOf(string item) => null;
}

/// <summary>Told to those who edit a part of a page when somebody else has changed it.</summary>
/// <param name="Item">The part's id.</param>
/// <param name="Version">The version that it has now; -1 when it is gone. A form based on this version or later need not care.</param>
/// <param name="Text">A sentence for the editor.</param>
public sealed record EditorNews(string Item, long Version, string Text);
